// One storage account: inbox, receipts, archive, configuration, queues and tables. No keys, no public blobs.

import { archiveContainer, deadLetterContainer, deploymentContainer, draftContainer, inboxContainer, uploadQueue } from 'names.bicep'

@description('Name of the account.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Copies.')
param sku string

@description('Days for which a deleted blob can be brought back.')
param blobSoftDeleteDays int

@description('Days for which a file in the archive can be neither changed nor deleted.')
param archiveDays int

@description('Log Analytics workspace that receives the log of the queues.')
param workspaceId string

var draftDays = 7

// The names are those of StorageNames in src/Contracts (a test compares them), and two of the infrastructure alone.
var containers = [
  inboxContainer
  draftContainer
  'esiti'
  archiveContainer
  'configurazione'
  'riparti'
  'messaggi-respinti'
  deploymentContainer
  deadLetterContainer
]

var queues = [
  uploadQueue
  '${uploadQueue}-poison'
  'riconciliazioni'
  'riconciliazioni-poison'
  'posta'
  'posta-poison'
]

var tables = [
  'registro'
  'saldi'
  'promemoria'
  'decisioni'
]

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: sku
  }
  kind: 'StorageV2'
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        blob: {
          enabled: true
          keyType: 'Account'
        }
        file: {
          enabled: true
          keyType: 'Account'
        }
        queue: {
          enabled: true
          keyType: 'Account'
        }
        table: {
          enabled: true
          keyType: 'Account'
        }
      }
    }
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    // No versioning: a version would keep the personal data of a quarantined file that has been deleted.
    deleteRetentionPolicy: {
      enabled: true
      days: blobSoftDeleteDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 30
    }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = [
  for item in containers: {
    parent: blobs
    name: item
    properties: {
      publicAccess: 'None'
    }
  }
]

// Files that nobody sent are nobody's business after a week.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'bozze'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
                'appendBlob'
              ]
              prefixMatch: [
                '${draftContainer}/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: draftDays
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [
    container
  ]
}

resource archive 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' existing = {
  parent: blobs
  name: archiveContainer
}

// Left unlocked: whoever runs the hub locks it when the period is settled; after that it can only grow.
resource archivePolicy 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2026-06-01' = {
  parent: archive
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: archiveDays
    allowProtectedAppendWrites: false
  }
  dependsOn: [
    container
  ]
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2026-06-01' = {
  parent: account
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2026-06-01' = [
  for item in queues: {
    parent: queueService
    name: item
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2026-06-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2026-06-01' = [
  for item in tables: {
    parent: tableService
    name: item
  }
]

// Only the length of a whole account is a metric, once an hour: what reaches a poison queue is seen in the log of writes.
// The only stable version, 2016-09-01, knows no setting but «service».
#disable-next-line use-recent-api-versions
resource queueLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: queueService
  name: 'scritture'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
    ]
  }
}

@description('Resource id of the account.')
output id string = account.id

@description('Address of the blobs.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('Address of the queues.')
output queueEndpoint string = account.properties.primaryEndpoints.queue

@description('Address of the tables.')
output tableEndpoint string = account.properties.primaryEndpoints.table
