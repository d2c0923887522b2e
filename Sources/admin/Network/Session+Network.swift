internal import EventStore
internal import Values

extension Session {
  /// The directory of the network that the command is about.
  func folder() throws(Failure) -> String { try NetworkFolder.find(globals, environment) }

  /// The log of that network.
  func log(for purpose: Log.Purpose) throws -> Log { try Log.open(in: folder(), for: purpose) }
}
