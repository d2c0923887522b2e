import Plugins
import Values

/// The record of a meeting from what an act has loaded.
extension MinutesRecord {
  /// What has to be loaded for it.
  static func needs(of meeting: MeetingID) -> [Need] {
    [
      .one(EntityKey(meeting)), .one(EntityKey(AgendaID(sharedWith: meeting))),
      .one(EntityKey(MinutesID(sharedWith: meeting))), .all(category: Deliberation.category),
      .all(category: Referral.category),
      .all(category: Member.category), .all(category: Assignment.category),
      .one(EntityKey(FloorID(sharedWith: meeting))),
      .all(category: Election.category), .all(category: Proxy.category),
    ] + Consequences.needs
  }

  /// - Parameters:
  ///   - meeting: Whose record it is.
  ///   - ledger: With what `needs` names.
  ///   - rules: Under which the meeting proceeds.
  init(of meeting: Meeting, in ledger: Ledger, under rules: Rules) {
    self.init(
      meeting, ledger[AgendaID(sharedWith: meeting.id)], ledger.all(Deliberation.self),
      ledger.all(Referral.self), ledger.all(Election.self),
      electorate: Electorate(of: meeting, in: ledger, under: rules),
      assignments: ledger.all(Assignment.self), floor: ledger[FloorID(sharedWith: meeting.id)],
      members: ledger.all(Member.self), proxies: ledger.all(Proxy.self),
      consequences: Consequences(in: ledger), under: rules)
  }
}
