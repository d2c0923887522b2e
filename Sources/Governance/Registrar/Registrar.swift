package import EventStore
import Plugins
package import Values

/// The door to the log: loads what an act concerns, lets it be decided, and appends the answer.
///
/// Every act goes the same way, from the command line, a form or an import file: idempotency, lock,
/// rules in force, state, decision, append. A trial goes that way too and is rolled back at the end.
///
/// The rules are read from the log once, and their guards made ready once, for all acts of one registrar.
package struct Registrar {
  /// Whether the answer is recorded or only shown.
  package enum Mode: Sendable { case recording, trial }

  let log: Log
  private let panel: GuardPanel
  private let known = KnownRules()

  /// - Parameters:
  ///   - log: Where the acts are recorded.
  ///   - zones: Gives the zone of the rules, in which guards count days.
  package init(_ log: Log, zones: ZoneSource = .utc) {
    (self.log, panel) = (log, GuardPanel(zones: zones))
  }

  /// Records one act; a refusal is recorded too and answered, not thrown.
  ///
  /// With `expected`, only while the log still ends with that hash: `log-moved` says that it does not.
  ///
  /// - Throws: `Refusal` for a thing that does not exist or a value that cannot be, which is not recorded;
  ///   `Failure` when the log cannot be read or written, or `command-reused` for an id that stands for
  ///   another request. Nothing is changed then.
  package func record(
    _ request: ActRequest, now: Instant, mode: Mode = .recording, expecting expected: Digest? = nil
  ) throws -> Answer {
    let answer = try inTransaction(now: now, mode: mode, expecting: expected) { session in
      try session.answer(request)
    }
    if mode == .recording { try ErasuresInLog.finish([answer], in: log) }
    return answer
  }

  /// Takes how many acts are done, and how many there are.
  package typealias Watch = (_ done: Int, _ all: Int) -> Void

  /// Records the entries of an import file, all or none; later entries may refer to earlier ones.
  ///
  /// `watch` is told after each act how far the work is.
  ///
  /// - Throws: `ImportRefused` at the first act that is refused, and what `record` throws.
  package func record(
    _ entries: [ImportEntry], under header: ImportHeader, now: Instant, mode: Mode = .recording,
    watch: Watch? = nil
  ) throws -> [Answer] {
    let answers = try inTransaction(now: now, mode: mode) { session in
      var answers: [Answer] = []
      var labelled: [String: Answer] = [:]
      for (index, entry) in entries.enumerated() {
        let request = ActRequest(
          id: header.id(index), input: try entry.input(after: labelled),
          actor: entry.actor ?? header.actor,
          effective: entry.effective ?? PartialDay(header.today), today: header.today,
          note: entry.note, place: entry.place)
        let answer = try Self.accept(request, at: index, in: &session)
        answers.append(answer)
        watch?(answers.count, entries.count)
        if let label = entry.label { labelled[label] = answer }
      }
      return answers
    }
    if mode == .recording { try ErasuresInLog.finish(answers, in: log) }
    return answers
  }

  static func accept(_ request: ActRequest, at index: Int, in session: inout Session) throws
    -> Answer
  {
    let answer: Answer
    do {
      answer = try session.answer(request)
    } catch let refusal as Refusal {
      throw ImportRefused(index: index, place: request.place, refusals: refusal.records)
    } catch let failure as Failure where failure.place == nil && failure.code.isOfOneEntry {
      throw Failure(failure.code, failure.values, at: request.place)
    }
    guard answer.verdict != .refused else {
      throw ImportRefused(index: index, place: request.place, refusals: answer.reasons.refusals)
    }
    return answer
  }

  func inTransaction<Result>(
    now: Instant, mode: Mode, expecting expected: Digest? = nil,
    _ body: (inout Session) throws -> Result
  ) throws -> Result {
    switch mode {
    case .recording:
      return try log.write(now: now, expecting: expected) { transaction in
        var session = session(in: transaction)
        let result = try body(&session)
        session.keepRules()
        return result
      }
    case .trial:
      return try log.rehearse(now: now, expecting: expected) { transaction in
        var session = session(in: transaction)
        return try body(&session)
      }
    }
  }

  private func session(in transaction: Transaction) -> Session {
    Session(
      transaction, panel: panel, inForce: RulesInForce(known, at: transaction.head.hash))
  }
}

extension Failure.Code {
  /// Whether it tells what is wrong with one entry, whose place then helps, and not with the log.
  fileprivate var isOfOneEntry: Bool {
    [.entryUnfit, .entryTooLarge, .subjectErased].contains(self) || meansNoRules
  }
}

/// What the entries of an import have in common.
package struct ImportHeader {
  package let actor: String
  package let today: Day
  /// The command id of an entry by its index from 0: the same for the same file, so that importing it
  /// again gives the first answers.
  package let id: (Int) -> CommandID

  package init(actor: String, today: Day, id: @escaping (Int) -> CommandID) {
    self.actor = actor
    self.today = today
    self.id = id
  }
}

/// An import stopped at one of its acts; nothing of it was recorded.
package struct ImportRefused: Error, Sendable {
  /// Counted from 0.
  package let index: Int
  package let place: Place?
  package let refusals: [Refusal.Record]
}
