internal import EventStore
internal import Governance
internal import Plugins
internal import Projections
internal import Publishing
internal import Values

/// Writes the letters of a network: from the event, with the name and address opened from the log at that moment.
struct LetterOffice {
  private let log: Log
  private let folder: OutboxFolder
  private let today: Day

  init(_ log: Log, today: Day) {
    self.log = log
    folder = OutboxFolder(in: log.directory)
    self.today = today
  }

  /// What a tick needs to write letters.
  var post: Post {
    Post(
      languages: Language.allCases.map(\.rawValue),
      reaches: { try PersonalWords(log: log, day: today).known(of: $0.text).address != nil },
      mend: { log in try folder.settle { try isWritten($0, in: log) } },
      put: { letters, log in
        for letter in letters { try stage(letter, in: log) }
      },
      deliver: { letters in
        for letter in letters { try folder.release(file(letter)) }
      })
  }

  /// Writes the file of a letter again, as it was.
  ///
  /// - Returns: Its path.
  /// - Throws: `letter-unaddressed` when the person was erased or has no address any more.
  func writeAgain(_ letter: Letter) throws -> String {
    try stage(letter, in: log)
    try folder.release(file(letter))
    return "\(folder.path)/\(try file(letter))"
  }

  /// Takes away the letters to persons who were erased.
  static func forget(_ persons: Set<String>, in log: Log) throws {
    guard !persons.isEmpty else { return }
    try OutboxFolder(in: log.directory).forget { id in
      try log.entity(id)?.writing.map { persons.contains($0.facts.person.text) } ?? false
    }
  }

  /// Whether a letter is on record and its person was not erased since.
  private func isWritten(_ id: LetterID, in log: Log) throws -> Bool {
    guard let facts = try log.entity(id)?.writing?.facts else { return false }
    return try log.entity(facts.person)?.erasedBy == nil
  }

  private func stage(_ letter: Letter, in log: Log) throws {
    guard let writing = letter.writing else { return }
    try folder.stage(file(letter), bytes(letter.id, writing, in: log))
  }

  private func file(_ letter: Letter) throws -> String {
    guard let facts = letter.writing?.facts else { throw Failure(.unexpected) }
    return ReminderPaper.file(letter.id, facts)
  }

  /// The same for the same event: what became known after it is not in it.
  private func bytes(_ id: LetterID, _ writing: Recorded<LetterFacts>, in log: Log) throws
    -> [UInt8]
  {
    let day = writing.mark.effective
    let known = try PersonalWords(log: log, day: day, end: writing.position)
      .known(of: writing.facts.person.text)
    guard let address = known.address,
      let rules = try RulesInForce.finder(in: log)(day)
    else { throw Failure(.letterUnaddressed, ["letter": .text(id.text)]) }
    return ReminderPaper(id, writing.facts, under: rules)
      .message(to: known.name, at: address, in: try ZoneSource.machine.zone(rules.zone)).bytes
  }
}

extension Failure.Code {
  /// A letter cannot be written, since its person was erased or its address cannot be opened: nothing is to be done.
  static let letterUnaddressed = Failure.Code("letter-unaddressed", exit: .notFound)
}
