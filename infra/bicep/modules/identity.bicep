// Two identities, so that Event Grid can do nothing but deliver.

@description('Name of the identity of the program.')
param appName string

@description('Name of the identity of Event Grid.')
param eventsName string

@description('Azure region.')
param location string

@description('Tags.')
param tags { *: string }

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: appName
  location: location
  tags: tags
}

resource events 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: eventsName
  location: location
  tags: tags
}

@description('Resource id of the identity of the program.')
output appId string = app.id

@description('Client id of the identity of the program.')
output appClientId string = app.properties.clientId

@description('Resource id of the identity of Event Grid.')
output eventsId string = events.id
