// Names that more than one module needs: those of StorageNames in src/Contracts (a test compares them), and two of the
// infrastructure alone. Known before anything is made, so that what-if can tell what would change.

@export()
@description('Container of the uploads.')
var inboxContainer = 'caricamenti'

@export()
@description('Container of files that were not sent yet.')
var draftContainer = 'bozze'

@export()
@description('Container of what was received.')
var archiveContainer = 'archivio'

@export()
@description('Container of the program.')
var deploymentContainer = 'deployments'

@export()
@description('Container of the events that could not be delivered.')
var deadLetterContainer = 'eventi-falliti'

@export()
@description('Queue of the upload events.')
var uploadQueue = 'caricamenti-eventi'
