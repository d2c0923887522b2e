import Plugins
import Values

/// What the acts on an agenda ask of the state.
enum AgendaChecks {
  /// The levels of the tree, so that a number stays speakable.
  static let deepest = 5
  /// The items of one agenda, withdrawn ones among them.
  static let most = 500

  /// The meeting whose agenda may still change, and the agenda as it stands, which may be empty.
  static func agenda(
    of id: MeetingID, in ledger: Ledger, on occasion: Occasion
  ) throws(Refusal) -> (meeting: Meeting, agenda: Agenda) {
    let meeting = try MeetingChecks.meeting(id, in: ledger)
    let past: Set<Meeting.Stage> = [.planned, .convened, .open, .closed, .held]
    try MeetingChecks.check(
      meeting, isIn: occasion.isTakenOver ? past : [.planned, .convened, .open])
    let agenda = AgendaID(sharedWith: id)
    return (meeting, ledger[agenda] ?? Agenda(id: agenda))
  }

  /// An item that stands on the agenda; `item-unknown` for any other, with those that do.
  static func item(_ id: ItemID, of agenda: Agenda) throws(Refusal) -> AgendaItem {
    guard let item = agenda.item(id), item.withdrawal == nil else {
      let known = agenda.items.filter { $0.withdrawal == nil }.map(\.id.text)
      throw Refusal(
        .itemUnknown, ["item": .text(id.text), "meeting": .text(agenda.id.text)],
        ways: known.isEmpty
          ? [Note("add-item", ["meeting": .text(agenda.id.text)])]
          : [Note("use-one-of", ["known": .list(known)])])
    }
    return item
  }

  /// Refuses a place below itself, or deeper than numbers are read.
  static func check(_ parent: ItemID?, of item: ItemID, in agenda: Agenda) throws(Refusal) {
    guard let parent else { return }
    _ = try Self.item(parent, of: agenda)
    let parents = Dictionary(
      agenda.items.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
    var above: ItemID? = parent
    var depth = 1
    while let next = above {
      guard next != item else {
        throw Refusal(
          .itemBelowItself, ["item": .text(item.text), "parent": .text(parent.text)],
          ways: [Note("choose-other-parent", ["item": .text(item.text)])])
      }
      depth += 1
      guard depth <= deepest else {
        throw Refusal(
          .itemTooDeep, ["item": .text(item.text), "most": .int(deepest)],
          ways: [Note("choose-other-parent", ["item": .text(item.text)])])
      }
      above = parents[next] ?? nil
    }
  }
}

extension RefusalCode {
  static let itemUnknown = RefusalCode("item-unknown", exit: .notFound)
  static let itemBelowItself = RefusalCode("item-below-itself", exit: .badData)
  static let itemTooDeep = RefusalCode("item-too-deep", exit: .badData)
}
