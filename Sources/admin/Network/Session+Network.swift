internal import EventStore
internal import Values

extension Session {
  /// The directory of the network that the command is about.
  func folder() throws(Failure) -> String { try NetworkFolder.find(globals, environment) }

  /// The log of that network.
  ///
  /// A log that a newer version of the program wrote is read with a warning, and never written.
  func log(for purpose: Log.Purpose) throws -> Log {
    let log = try Log.open(in: folder(), for: purpose)
    if log.isNewer { say("log.newer") }
    return log
  }
}
