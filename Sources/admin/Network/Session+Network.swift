internal import EventStore
internal import Values

extension Session {
  /// The directory of the network that the command is about.
  func folder() throws(Failure) -> String { try NetworkFolder.find(globals, environment) }

  /// The log of that network.
  ///
  /// A log that a newer version of the program wrote is read with a warning, and never written.
  ///
  /// - Throws: `network-unfounded` where only a draft of the rules is; what the log throws.
  func log(for purpose: Log.Purpose) throws -> Log {
    let log = try Log.open(in: foundedFolder(), for: purpose)
    if log.isNewer { say("log.newer") }
    return log
  }

  /// The directory of a network that has a log, whatever state that is in.
  ///
  /// - Throws: `network-unfounded` where only a draft of the rules is, `keys-without-log` where a log is gone.
  func foundedFolder() throws(Failure) -> String {
    let folder = try folder()
    guard FileBytes.exists("\(folder)/log.db") || !FileBytes.exists("\(folder)/network.yaml")
    else {
      let code: Failure.Code = Log.isLost(in: folder) ? .keysWithoutLog : .networkUnfounded
      throw Failure(code, ["folder": .text(folder)])
    }
    return folder
  }

  /// Throws what would keep any act from being recorded, before a person is asked anything.
  func checkFounded() throws { _ = try log(for: .reading) }
}
