package import Values

/// The minutes of one meeting, whose id they have: versions, comments, approval, corrigenda.
package struct Minutes: Entity {
  package typealias Event = MinutesEvent

  package static let category = "minutes"
  package static let fold = 1

  /// How far minutes have come.
  package enum Stage: String, CaseIterable, Sendable {
    case drafted, circulated, approved
  }

  package let id: MinutesID
  /// In the order of recording; each is a version.
  package private(set) var drafts: [Recorded<MinutesDraft>] = []
  /// In the order of recording; each is a version.
  package private(set) var paragraphs: [Recorded<MinutesParagraph>] = []
  /// In the order of recording; each is a version.
  package private(set) var restorations: [Recorded<MinutesRestoration>] = []
  package private(set) var circulations: [Recorded<Circulation>] = []
  package private(set) var comments: [Recorded<MinutesComment>] = []
  package private(set) var approval: Recorded<MinutesApproval>?
  package private(set) var corrigenda: [Recorded<Corrigendum>] = []

  package init(id: MinutesID) { self.id = id }

  /// Nil as long as there is no draft.
  package var stage: Stage? {
    if approval != nil { return .approved }
    if drafts.isEmpty { return nil }
    return circulations.isEmpty ? .drafted : .circulated
  }

  /// The circulation that counts: the last one.
  package var circulation: Recorded<Circulation>? { circulations.last }

  /// Those who disagreed in time, since the last circulation.
  package var objections: [Recorded<MinutesComment>] {
    comments.filter { comment in
      comment.facts.objects && !comment.facts.isLate
        && comment.position > circulation?.position ?? 0
    }
  }

  package mutating func evolve(with event: MinutesEvent, at mark: Mark) {
    switch event {
    case .drafted(let facts): drafts.append(Recorded(facts, at: mark))
    case .written(let facts): paragraphs.append(Recorded(facts, at: mark))
    case .restored(let facts): restorations.append(Recorded(facts, at: mark))
    case .circulated(let facts): circulations.append(Recorded(facts, at: mark))
    case .commented(let facts): comments.append(Recorded(facts, at: mark))
    case .approved(let facts): approval = Recorded(facts, at: mark)
    case .corrected(let facts): corrigenda.append(Recorded(facts, at: mark))
    }
  }
}

extension Minutes {
  package var state: JSON {
    .object(compacting: [
      ("drafts", .list(drafts.map(\.json))), ("paragraphs", .list(paragraphs.map(\.json))),
      ("circulations", .list(circulations.map(\.json))),
      ("comments", .list(comments.map(\.json))), ("approval", approval?.json),
      ("corrigenda", .list(corrigenda.map(\.json))),
      ("restorations", restorations.isEmpty ? nil : .list(restorations.map(\.json))),
    ])
  }

  package init(id: MinutesID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    drafts = try reader.allRecorded("drafts")
    paragraphs = try reader.allRecorded("paragraphs")
    circulations = try reader.allRecorded("circulations")
    comments = try reader.allRecorded("comments")
    approval = try reader.recorded("approval")
    corrigenda = try reader.allRecorded("corrigenda")
    if reader.has("restorations") { restorations = try reader.allRecorded("restorations") }
  }
}

package typealias MinutesID = Identifier<Minutes>
