package import EventStore
package import Plugins
import Values

/// Everything that the log holds of one motion, for documents: it is read and nothing is decided.
package struct MotionFile {
  package let motion: Motion
  /// Those under which it was put; they name the network and the body.
  package let rules: Rules

  /// Reads a motion; nil for one that nobody put.
  ///
  /// - Throws: `not-founded`, or what is wrong with the log.
  package init?(_ id: MotionID, in log: Log) throws {
    var shelf = Shelf(reading: log)
    try shelf.load([.one(EntityKey(id))])
    guard let motion = shelf.ledger[id], let beginning = motion.beginning else { return nil }
    self.motion = motion
    var inForce = RulesInForce()
    rules = try inForce.find(
      on: beginning.effective, inProceedingSince: beginning, in: log
    ).rules
  }

  /// Every event that a document of the motion may rest on.
  package var positions: [Int64] {
    let own = [motion.proposal?.position, motion.withdrawal?.position].compactMap(\.self)
    let amendments = motion.amendments.flatMap { amendment in
      [
        amendment.proposal.position, amendment.withdrawal?.position, amendment.decision?.position,
      ].compactMap(\.self)
    }
    return own + motion.moves.map(\.position) + motion.decisions.map(\.position) + amendments
  }
}
