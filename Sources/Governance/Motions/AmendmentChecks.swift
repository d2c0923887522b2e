import Plugins
import Values

/// What an amendment must be before it is put, voted on or taken back.
enum AmendmentChecks {
  /// More than the secretariat of any plenary could print.
  static let most = 200
  /// Of a motion and all its amendments together, in bytes.
  static let largest = 100_000

  /// - Throws: `motion-not-amendable` in a state whose text is closed.
  static func check(_ stage: MotionStage, of motion: Motion) throws(Refusal) {
    guard !stage.isAmendable else { return }
    throw Refusal(
      .motionNotAmendable, ["motion": .text(motion.id.text), "state": .text(stage.state)],
      ways: [Note("move-motion-first", ["motion": .text(motion.id.text)])])
  }

  /// Refuses paragraphs that the motion does not have, and more than anybody could read.
  static func check(_ change: AmendmentChange, in motion: Motion) throws(Refusal) {
    let count = motion.text.paragraphs.count
    let least = change.kind == .insert ? 0 : 1
    guard (least...max(least, count)).contains(change.first), change.first <= change.last,
      change.last <= count
    else {
      throw Refusal(
        .amendmentOutside,
        [
          "motion": .text(motion.id.text), "first": .int(change.first), "last": .int(change.last),
          "count": .int(count),
        ], ways: [Note("see-motion-text", ["motion": .text(motion.id.text)])])
    }
    let bytes = motion.amendments.map(\.change).reduce(motion.text.text.utf8.count) {
      $0 + ($1.text?.utf8.count ?? 0)
    }
    guard motion.amendments.count < most, bytes + (change.text?.utf8.count ?? 0) <= largest else {
      throw Refusal(
        .amendmentsFull,
        ["motion": .text(motion.id.text), "most": .int(most), "largest": .int(largest)],
        ways: [Note("put-anew")])
    }
  }

  /// An amendment that waits for its decision.
  ///
  /// - Throws: `amendment-unknown`, `amendment-decided` for one that was decided or taken back, or
  ///   `amendment-fallen` for one that another one stands against.
  static func open(_ number: Int, of motion: Motion) throws(Refusal) -> Amendment {
    let values: [String: Failure.Value] = [
      "motion": .text(motion.id.text), "amendment": .int(number),
    ]
    guard let found = motion.amendment(number) else {
      throw Refusal(
        .amendmentUnknown, values,
        ways: [Note("see-amendments", ["motion": .text(motion.id.text)])])
    }
    switch motion.standing(of: found) {
    case .open: return found
    case .fallen:
      let barring = motion.collisions(of: found).filter(\.isAdopted).map { "\($0.number)" }
      throw Refusal(
        .amendmentFallen, values.merging(["others": .list(barring)]) { $1 },
        ways: [Note("see-motion-text", ["motion": .text(motion.id.text)])])
    case .adopted, .rejected, .withdrawn:
      throw Refusal(
        .amendmentDecided, values,
        ways: [Note("see-amendments", ["motion": .text(motion.id.text)])])
    }
  }

  /// Refuses a vote on the whole while amendments wait for theirs.
  static func checkNoneOpen(in motion: Motion) throws(Refusal) {
    let open = motion.undecided.map { "\($0.number)" }
    guard !open.isEmpty else { return }
    throw Refusal(
      .amendmentsOpen, ["motion": .text(motion.id.text), "amendments": .list(open)],
      ways: [
        Note("decide-amendment", ["motion": .text(motion.id.text), "first": .text(open[0])]),
        Note("withdraw-amendment", ["motion": .text(motion.id.text), "first": .text(open[0])]),
      ])
  }
}

extension RefusalCode {
  static let motionNotAmendable = RefusalCode("motion-not-amendable")
  static let amendmentOutside = RefusalCode("amendment-outside", exit: .badData)
  static let amendmentsFull = RefusalCode("amendments-full")
  static let amendmentUnknown = RefusalCode("amendment-unknown", exit: .notFound)
  static let amendmentFallen = RefusalCode("amendment-fallen")
  static let amendmentDecided = RefusalCode("amendment-decided")
  static let amendmentsOpen = RefusalCode("amendments-open")
}
