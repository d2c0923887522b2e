import Plugins
import Values

extension Chamber {
  /// The proxies that count for a vote in this room.
  ///
  /// - Parameters:
  ///   - matter: That is voted on.
  ///   - moment: Of the vote, with its time where that is known.
  ///   - aside: Those who stand aside from it.
  ///   - ledger: With all proxies.
  /// - Returns: None where the rules of the body know no proxies.
  /// - Throws: `vote-before-opening` for a time at which the meeting had not begun.
  func proxies(
    on matter: String, at moment: LocalMoment, without aside: [MemberID], in ledger: Ledger
  ) throws(Refusal) -> ProxiesInRoom {
    if let beginning = meeting.beganAt, moment.isBefore(beginning), moment.day == beginning.day {
      throw Refusal(
        .voteBeforeOpening,
        ["meeting": .text(meeting.id.text), "opened": .text(beginning.text)],
        ways: [Note("give-later-moment", ["moment": .text(beginning.text)])])
    }
    return ProxiesInRoom(
      in: body, meeting.id, on: matter, at: moment, among: electorate, present: present,
      without: aside, ledger: ledger)
  }
}

extension RefusalCode {
  static let voteBeforeOpening = RefusalCode("vote-before-opening", exit: .badData)
}
