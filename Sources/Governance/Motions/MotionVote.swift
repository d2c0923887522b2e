import Plugins
import Values

extension Resolution {
  /// The motion that a vote was on, or the amendment to it.
  package struct Subject: Hashable, Sendable {
    package let motion: MotionID
    /// The number of the amendment; nil for a vote on the whole.
    package let amendment: Int?

    package init(motion: MotionID, amendment: Int? = nil) {
      (self.motion, self.amendment) = (motion, amendment)
    }

    static let fields: [ActField] = [
      .optional("motion", .id("motion")), .optional("amendment", .int),
    ]

    init?(_ input: ActInput) throws(Failure) {
      guard input.has("motion") || input.has("amendment") else { return nil }
      self.init(
        motion: try input.id("motion"), amendment: try input.optional("amendment", ActInput.int))
    }

    init?(_ reader: FieldReader) throws(Failure) {
      guard reader.has("motion") else { return nil }
      self.init(
        motion: try reader.id("motion"),
        amendment: try reader.optional("amendment", FieldReader.int))
    }

    var data: [(String, JSON?)] {
      [("motion", .text(motion.text)), ("amendment", amendment.map { .count($0) })]
    }
  }
}

/// A motion that a body votes on: what its stage has against that, and what comes of the vote.
struct MotionVote {
  private let motion: Motion
  private let stage: MotionStage
  /// Nil for a vote on the whole.
  private var amendment: AmendmentVote?

  /// Nil for a vote on no motion.
  ///
  /// - Throws: what stands against it: another body, kind of matter or text, or a state without a vote.
  init?(
    _ act: RecordDeliberation, _ voting: Voting, _ ledger: Ledger, on occasion: Occasion
  ) throws(Refusal) {
    guard let subject = act.circumstances.subject else { return nil }
    (motion, stage) = try MotionChecks.open(subject.motion, in: ledger, on: occasion)
    try check(voting.matter, in: voting.chamber.body)
    if let number = subject.amendment {
      amendment = try AmendmentVote(number, of: motion)
      return
    }
    try check(act.digest)
    guard stage.adoption != nil else {
      throw Refusal(
        .motionNotForVote, ["motion": .text(motion.id.text), "state": .text(stage.state)],
        ways: [Note("move-motion-first", ["motion": .text(motion.id.text)])])
    }
    try AmendmentChecks.checkNoneOpen(in: motion)
  }

  /// The words that are voted on, with the amendments that were adopted; nil for what is only struck.
  var text: String? {
    guard let amendment else { return motion.consolidation.text.text }
    return amendment.text
  }

  /// Of the text as a whole, which binds the decision to it; nil for an amendment.
  var digest: String? { amendment == nil ? motion.consolidation.text.digest : nil }

  private func check(_ given: String, in body: Body) throws(Refusal) {
    let proposal = motion.proposal?.facts
    let values: [String: Failure.Value] = ["motion": .text(motion.id.text)]
    if let other = proposal?.body, other != body.id {
      throw Refusal(
        .motionOfOtherBody,
        values.merging(["body": .text(other), "other": .text(body.id)]) { $1 },
        ways: [Note("decide-in-body", ["body": .text(other), "matter": .text(given)])])
    }
    if let matter = proposal?.matter, matter != given {
      throw Refusal(
        .motionOnOtherMatter,
        values.merging(["matter": .text(matter), "other": .text(given)]) { $1 },
        ways: [Note("give-matter", ["matter": .text(matter)])])
    }
  }

  private func check(_ given: String?) throws(Refusal) {
    guard let given, let digest, given != digest else { return }
    throw Refusal(
      .motionOtherText, ["motion": .text(motion.id.text), "digest": .text(digest)],
      ways: [Note("leave-digest-out")])
  }

  /// What the vote makes of the motion, or of the amendment; nothing of a tie that goes to a second round.
  func events(
    _ outcome: Deliberation.Outcome, _ tally: Tally?, by deliberation: DeliberationID,
    on occasion: Occasion
  ) -> [PlannedEvent] {
    guard outcome != .tied else { return [] }
    let isAdopted = outcome == .adopted
    if let amendment {
      return amendment.events(isAdopted, tally, by: deliberation, on: occasion)
    }
    let decision = MotionDecision(
      on: occasion.effective, deliberation: deliberation, isAdopted: isAdopted,
      digest: motion.consolidation.text.digest,
      from: stage.state, way: isAdopted ? stage.adoption : stage.rejection)
    return [
      PlannedEvent(MotionEvent.decided(decision), to: motion.id, effective: occasion.day)
    ]
  }
}

extension MotionReopening {
  /// That a motion, or an amendment, is open again, since the vote on it does not count; nothing for any other vote.
  ///
  /// - Throws: `amendment-settled` for the vote on an amendment whose motion was decided with it.
  static func events(
    annulling vote: Deliberation, in ledger: Ledger, on occasion: Occasion
  ) throws(Refusal) -> [PlannedEvent] {
    guard let id = vote.resolution?.facts.circumstances.subject?.motion, let motion = ledger[id]
    else { return [] }
    let isOnWhole = motion.decisions.contains { $0.facts.deliberation == vote.id }
    let amendment = motion.amendments.first { $0.decision?.facts.deliberation == vote.id }
    guard isOnWhole || amendment != nil else { return [] }
    if let amendment, let ending = motion.ending {
      throw Refusal(
        .amendmentSettled,
        [
          "motion": .text(id.text), "amendment": .int(amendment.number),
          "deliberation": .text(ending.facts.deliberation.text),
        ],
        ways: [Note("annul-first", ["deliberation": .text(ending.facts.deliberation.text)])])
    }
    let reopening = MotionReopening(on: occasion.effective, deliberation: vote.id)
    return [PlannedEvent(MotionEvent.reopened(reopening), to: id, effective: occasion.day)]
  }
}

extension RefusalCode {
  static let motionNotForVote = RefusalCode("motion-not-for-vote")
  static let motionOfOtherBody = RefusalCode("motion-of-other-body")
  static let motionOnOtherMatter = RefusalCode("motion-on-other-matter")
  static let motionOtherText = RefusalCode("motion-other-text")
  static let amendmentSettled = RefusalCode("amendment-settled")
}
