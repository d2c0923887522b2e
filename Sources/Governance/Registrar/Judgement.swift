import EventStore
import Plugins
import Values

/// What becomes of one act: decided by the registrar, and in the same way by whoever asks what if.
struct Judgement {
  let decision: Decision
  let verdict: Verdict

  /// Decides, and tells a rule that stands against an act from a state of things that does.
  ///
  /// A past that is taken over passes every rule, and no state of things.
  ///
  /// - Parameters:
  ///   - command: What is asked.
  ///   - ledger: What it needs, loaded.
  ///   - rules: By which it is decided.
  ///   - occasion: When, and by whom.
  ///   - review: Adds what the network's own rules say to the decision.
  /// - Throws: The refusal of a thing that does not exist or a value that cannot be: it is not recorded.
  init(
    _ command: some ActCommand, in ledger: Ledger, under rules: Rules, on occasion: Occasion,
    review: (Decision) throws -> Decision
  ) throws {
    let decided: Decision
    do throws(Refusal) {
      decided = try command.decide(in: ledger, under: rules, on: occasion)
    } catch {
      guard error.code.exit == .refused else { throw error }
      decision = Decision(objections: [error])
      verdict = .refused
      return
    }
    decision = try review(decided)
    let passes = decision.objections.isEmpty || occasion.isTakenOver
    verdict = passes ? occasion.isTakenOver ? .takenOver : .accepted : .refused
  }

  /// An act that the state of things, or the lack of a thing, stands against.
  init(refusedBy refusal: Refusal) {
    decision = Decision(objections: [refusal])
    verdict = .refused
  }

  /// A decision with the verdict that it had before something was added to it.
  init(_ decision: Decision, _ verdict: Verdict) {
    (self.decision, self.verdict) = (decision, verdict)
  }

  /// As the log keeps it: what a rule has against an act is a note on one that is recorded all the same.
  var reasons: Reasons {
    let derivations = decision.derivations.map { Derivation.Record($0) }
    guard verdict == .refused else {
      return Reasons(
        derivations: derivations,
        notes: decision.objections.map { Note($0.code.name, $0.values, sentence: $0.sentence) }
          + decision.notes)
    }
    return Reasons(
      derivations: derivations, notes: decision.notes,
      refusals: decision.objections.map { Refusal.Record($0) })
  }
}
