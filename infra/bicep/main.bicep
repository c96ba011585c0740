// The hub in Azure: one resource group, no keys, no secrets. See README.md for the steps before and after.
targetScope = 'resourceGroup'

import { deploymentContainer } from 'modules/names.bicep'

@description('Short name of the deployment, in the names of all resources: lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string

@description('Azure region; it must offer the Flex Consumption plan.')
param location string = resourceGroup().location

@description('Tags of all resources.')
param tags { *: string } = {}

@description('Client id of the Entra ID application that people and programs sign in to; its app roles are those of the hub.')
param authClientId string

@description('Tenant of that application.')
param authTenantId string = tenant().tenantId

@description('Mail address that receives the alerts.')
param alertAddress string

@description('Copies of the storage account: ZRS spreads them over three zones of the region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('Days for which a deleted blob can be brought back. It also holds for quarantined files, which hold personal data: keep it short.')
@minValue(1)
@maxValue(30)
param blobSoftDeleteDays int = 1

@description('Days for which a file in the archive can be neither changed nor deleted.')
@minValue(1)
@maxValue(146000)
param archiveDays int = 3650

@description('Days for which logs and telemetry are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Memory of an instance, in MB.')
@allowed([2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances at once: the ceiling of the bill.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('When uploads without a receipt are looked for: NCRONTAB with seconds. UTC, because Flex Consumption supports no other time zone.')
param sweepSchedule string = '0 */15 * * * *'

@description('Age at which an upload without a receipt counts as missed by its event, as hh:mm:ss.')
param sweepMinimumAge string = '00:10:00'

@description('How long the configuration of the Ambiti is used before it is asked for again, as hh:mm:ss.')
param configurationRefresh string = '00:01:00'

@description('When everything is reconciled anew: NCRONTAB with seconds, UTC (01:30 is 02:30 or 03:30 in Italy).')
param nightlySchedule string = '0 30 1 * * *'

@description('When reminders go out: NCRONTAB with seconds, UTC (from 06:30 in Italy, every hour; nothing goes out twice).')
param reminderSchedule string = '0 30 4-16 * * 1-5'

@description('When the Ufficio di Piano is told of new findings and of the week: NCRONTAB with seconds, UTC (07:00 in Italy is 05:00 or 06:00).')
param officeSchedule string = '0 0 5,6 * * 1-5'

@description('The mailbox that reminders are sent from; empty = no reminders are sent.')
param mailbox string = ''

@description('Where the pages are, for links in messages; empty = no links.')
param publicAddress string = ''

@description('How anybody may reach the Ufficio di Piano, on the public pages.')
param officeContact string = ''

@description('Address of the accessibility statement on the site of AgID.')
param accessibilityStatement string = ''

@description('The controller of the data, with its address, on the public pages.')
param dataController string = ''

@description('How to reach the data protection officer, on the public pages.')
param dataProtectionContact string = ''

@description('Largest file, in bytes.')
@minValue(1024)
param maxFileBytes int = 52428800

@description('Most data rows in a file.')
@minValue(1)
param maxRows int = 1000000

var suffix = take(uniqueString(resourceGroup().id, name), 8)
var appName = 'func-${name}-${suffix}'
var storageName = 'st${name}${suffix}'
var vaultName = 'kv-${name}-${suffix}'
var appIdentity = 'id-${name}-app'
var eventsIdentity = 'id-${name}-events'

module identity 'modules/identity.bicep' = {
  params: {
    appName: appIdentity
    eventsName: eventsIdentity
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    logDays: logDays
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: storageName
    location: location
    tags: tags
    sku: storageSku
    blobSoftDeleteDays: blobSoftDeleteDays
    archiveDays: archiveDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module keyVault 'modules/key-vault.bicep' = {
  params: {
    name: vaultName
    location: location
    tags: tags
    appIdentity: appIdentity
  }
  dependsOn: [
    identity
  ]
}

module roles 'modules/roles.bicep' = {
  params: {
    storageName: storageName
    appIdentity: appIdentity
    eventsIdentity: eventsIdentity
  }
  dependsOn: [
    identity
    storage
  ]
}

module events 'modules/events.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    storageId: storage.outputs.id
    identityId: identity.outputs.eventsId
  }
  // Event Grid tries the queue and the dead-letter container when the subscription is made.
  dependsOn: [
    roles
  ]
}

// The only place where settings are named: src/Functions/SettingNames.cs lists the same (a test compares them).
// WEBSITE_TIME_ZONE and TZ must not be added: Flex Consumption does not support them, and they can break TLS and metrics.
var appSettings = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.outputs.appClientId
  // Timers and locks are kept under it: given, so that no host derives one of its own. At most 32 characters.
  AzureFunctionsWebHost__hostid: appName
  // The page of the hub, not the host's own.
  AzureWebJobsDisableHomepage: 'true'
  Archiviazione__blobServiceUri: storage.outputs.blobEndpoint
  Archiviazione__queueServiceUri: storage.outputs.queueEndpoint
  Archiviazione__tableServiceUri: storage.outputs.tableEndpoint
  Archiviazione__credential: 'managedidentity'
  Archiviazione__clientId: identity.outputs.appClientId
  // Flat names: the triggers ask for them as %Name%, and nested ones (A:B) are no names of settings on Linux.
  SweepSchedule: sweepSchedule
  NightlySchedule: nightlySchedule
  ReminderSchedule: reminderSchedule
  OfficeSchedule: officeSchedule
  PianoZona__SweepMinimumAge: sweepMinimumAge
  PianoZona__ConfigurationRefresh: configurationRefresh
  PianoZona__Mailbox: mailbox
  PianoZona__PublicAddress: publicAddress
  PianoZona__Avvisi__OfficeContact: officeContact
  PianoZona__Avvisi__AccessibilityStatement: accessibilityStatement
  PianoZona__Avvisi__DataController: dataController
  PianoZona__Avvisi__DataProtectionContact: dataProtectionContact
  PianoZona__MaxFileBytes: string(maxFileBytes)
  PianoZona__MaxRows: string(maxRows)
  APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
}

module functionApp 'modules/function-app.bicep' = {
  params: {
    name: appName
    location: location
    tags: tags
    appSettings: appSettings
    identityId: identity.outputs.appId
    deploymentContainerUri: '${storage.outputs.blobEndpoint}${deploymentContainer}'
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    authClientId: authClientId
    authTenantId: authTenantId
  }
  dependsOn: [
    roles
  ]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    alertAddress: alertAddress
    workspaceId: monitoring.outputs.workspaceId
    systemTopicId: events.outputs.systemTopicId
  }
}

@description('Name of the function app, for the publication of the program.')
output functionAppName string = functionApp.outputs.name

@description('Address of the hub.')
output address string = functionApp.outputs.address

@description('Name of the storage account, for the configuration of the Ambiti.')
output storageAccountName string = storageName
