// What somebody must know without looking: work that was given up, functions that fail, events that did not arrive.

@description('Short name of the deployment.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Mail address that receives the alerts.')
param alertAddress string

@description('Log Analytics workspace.')
param workspaceId string

@description('Event Grid system topic of the uploads.')
param systemTopicId string

var queries = [
  {
    name: 'coda-poison'
    description: 'A message reached a poison queue: it failed at every attempt.'
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and Uri contains "-poison" and StatusText == "Success"'
    severity: 1
  }
  {
    name: 'funzioni-fallite'
    description: 'A function failed; requests refused for their content (4xx) do not count.'
    query: 'AppRequests | where Success == false and ResultCode !startswith "4"'
    severity: 2
  }
  {
    name: 'messaggi-respinti'
    description: 'A queue message could not be read: it is in container messaggi-respinti, with the reason.'
    query: 'AppTraces | where SeverityLevel >= 3 and Message startswith "A message cannot be read"'
    severity: 2
  }
]

resource recipients 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: take(name, 12)
    emailReceivers: [
      {
        name: 'ufficio'
        emailAddress: alertAddress
        useCommonAlertSchema: true
      }
    ]
  }
}

resource queryAlert 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for item in queries: {
    name: 'alert-${name}-${item.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: item.name
      description: item.description
      enabled: true
      severity: item.severity
      scopes: [
        workspaceId
      ]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      // The tables come to be with the first record.
      skipQueryValidation: true
      autoMitigate: false
      criteria: {
        allOf: [
          {
            query: item.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          recipients.id
        ]
      }
    }
  }
]

resource lostEvents 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'alert-${name}-eventi-falliti'
  location: 'global'
  tags: tags
  properties: {
    description: 'An upload event could not be delivered; the sweep finds the file all the same.'
    enabled: true
    severity: 2
    scopes: [
      systemTopicId
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'eventi-falliti'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          operator: 'GreaterThan'
          threshold: 0
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [
      {
        actionGroupId: recipients.id
      }
    ]
  }
}
