using './main.bicep'

// An example: copy it, and write the values of your own tenant.
param name = 'pianozona'
param authClientId = '00000000-0000-0000-0000-000000000000'
param alertAddress = 'ufficio.piano@ambito.example'
param tags = {
  servizio: 'PianoZona'
}
