// Two identities, so that Event Grid can do nothing but deliver.

@description('Short name of the deployment.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-app'
  location: location
  tags: tags
}

resource events 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-events'
  location: location
  tags: tags
}

@description('Resource id of the identity of the program.')
output appId string = app.id

@description('Client id of the identity of the program.')
output appClientId string = app.properties.clientId

@description('Principal id of the identity of the program.')
output appPrincipalId string = app.properties.principalId

@description('Resource id of the identity of Event Grid.')
output eventsId string = events.id

@description('Principal id of the identity of Event Grid.')
output eventsPrincipalId string = events.properties.principalId
