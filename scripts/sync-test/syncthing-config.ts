/** One of two Syncthing nodes, as its configuration names it. */
export interface NodePlace {
  /** The device's ID. */
  readonly id: string
  readonly name: string
  /** Its keys, its configuration and its database. */
  readonly home: string
  /** The folder that it keeps in sync. */
  readonly folder: string
  /** Where it listens for the other node, and for its REST API: ports of 127.0.0.1. */
  readonly port: number
  readonly guiPort: number
  readonly apiKey: string
}

/** The ID of the folder that both share. */
export const FOLDER_ID = 'library'

/**
 * A node's config.xml (https://docs.syncthing.net/users/config.html). It talks to the other node on this machine and to
 * nobody else: no discovery, relays, NAT, STUN, reports or upgrades. It scans when it is told to: a test cannot wait for
 * the watcher, which is ten seconds behind by default. `calls`: whether it calls the other; where both do at once, both may
 * wait for twenty seconds.
 */
export function describeConfig(self: NodePlace, other: NodePlace, calls: boolean): string {
  return `<configuration version="35">
  <folder id="${FOLDER_ID}" label="library" path="${self.folder}" type="sendreceive" rescanIntervalS="0" fsWatcherEnabled="false">
    <filesystemType>basic</filesystemType>
    <device id="${self.id}"></device>
    <device id="${other.id}"></device>
    <minDiskFree unit="%">0</minDiskFree>
    <maxConflicts>-1</maxConflicts>
  </folder>
  ${describeDevice(self, false)}
  ${describeDevice(other, calls)}
  <gui enabled="true" tls="false">
    <address>127.0.0.1:${self.guiPort}</address>
    <apikey>${self.apiKey}</apikey>
  </gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${self.port}</listenAddress>
    <globalAnnounceServer></globalAnnounceServer>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <announceLANAddresses>false</announceLANAddresses>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <relaysEnabled>false</relaysEnabled>
    <startBrowser>false</startBrowser>
    <natEnabled>false</natEnabled>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
    <stunServer></stunServer>
    <urAccepted>-1</urAccepted>
    <urURL></urURL>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <releasesURL></releasesURL>
    <crashReportingEnabled>false</crashReportingEnabled>
    <crashReportingURL></crashReportingURL>
  </options>
</configuration>
`
}

function describeDevice({ id, name, port }: NodePlace, isCalled: boolean): string {
  return `<device id="${id}" name="${name}" compression="never">
    <address>${isCalled ? `tcp://127.0.0.1:${port}` : 'dynamic'}</address>
    <allowedNetwork>127.0.0.0/8</allowedNetwork>
  </device>`
}

/** The ID of the device whose keys `syncthing generate` made, from the config.xml that it wrote beside them. */
export function deviceIdIn(config: string): string {
  const [, id] = /<device id="([A-Z2-7]{7}(?:-[A-Z2-7]{7}){7})"/.exec(config) ?? []
  if (id === undefined) throw new Error('syncthing generated no device')
  return id
}
