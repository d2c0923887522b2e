import Governance
import Testing
import Values

/// Each kind of entity before its first event: nothing is known, and what is kept of it can be read back.
@Suite struct FirstStateTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let kind: any Entity.Type
    let state: JSON
    var testDescription: String { kind.category }
  }

  static let rows: [Row] = [
    Row(kind: Network.self, state: ["versions": []]), Row(kind: Member.self, state: ["turns": []]),
    Row(kind: Application.self, state: ["opinions": []]),
    Row(kind: Person.self, state: ["languages": [], "specialities": []]),
    Row(
      kind: Seat.self, state: ["kind": "", "number": 0, "turns": [], "confirmations": []]),
    Row(kind: Board.self, state: ["compositions": []]),
    Row(kind: Meeting.self, state: ["moves": [], "stays": [], "reports": []]),
    Row(kind: SeriesCounter.self, state: ["assignments": [], "last": 0]),
    Row(kind: Deliberation.self, state: [:]), Row(kind: Agenda.self, state: ["items": []]),
    Row(kind: Referral.self, state: ["legs": []]),
    Row(kind: Floor.self, state: ["turns": [], "limits": [], "closings": []]),
    Row(kind: Invitation.self, state: ["entries": []]),
    Row(
      kind: Minutes.self,
      state: [
        "drafts": [], "paragraphs": [], "circulations": [], "comments": [], "corrigenda": [],
      ]),
    Row(
      kind: Procedure.self,
      state: ["notices": [], "answers": [], "objections": [], "extensions": []]),
    Row(
      kind: Motion.self, state: ["supports": [], "moves": [], "decisions": [], "amendments": []]),
    Row(kind: Election.self, state: ["candidacies": [], "rounds": []]),
    Row(kind: Programme.self, state: ["additions": [], "reports": [], "closings": []]),
    Row(kind: Assignment.self, state: ["reports": [], "extensions": []]),
    Row(
      kind: Subgroup.self,
      state: [
        "amendments": [], "coordinations": [], "joinings": [], "leavings": [], "reports": [],
      ]),
    Row(kind: Output.self, state: ["publications": []]),
    Row(kind: PublicKey.self, state: [:]), Row(kind: Parameter.self, state: ["changes": []]),
    Row(kind: Register.self, state: ["count": 0]), Row(kind: Waiver.self, state: ["uses": []]),
    Row(kind: Proxy.self, state: [:]),
    Row(kind: Approval.self, state: [:]),
    Row(kind: Role.self, state: ["assignments": [], "endings": []]),
    Row(kind: Census.self, state: [:]), Row(kind: Letter.self, state: [:]),
  ]

  private static func first<E: Entity>(_ kind: E.Type) throws -> E {
    E(id: try #require(Identifier<E>("x")))
  }

  private static func stateText<E: Entity>(of kind: E.Type) throws -> String {
    try first(kind).state.canonicalText
  }

  private static func readsBack<E: Entity>(_ kind: E.Type, _ state: JSON) throws -> Bool {
    let entity = try first(kind)
    return try E(id: entity.id, state: state) == entity
  }

  @Test func `Every kind of the catalogue stands here`() {
    let here = Self.rows.map { $0.kind.category }
    let kinds = EntityCatalogue.kinds.map { $0.category }
    #expect(here == kinds)
  }

  @Test(arguments: rows)
  func `Before its first event an entity knows nothing`(_ row: Row) throws {
    let text = try Self.stateText(of: row.kind)
    let isSame = try Self.readsBack(row.kind, row.state)
    #expect(text == row.state.canonicalText)
    #expect(isSame)
  }

  @Test(arguments: rows)
  func `A state without one of these keys is not read`(_ row: Row) throws {
    for name in row.state.fields?.names ?? [] {
      let rest = JSON.object(
        JSON.Fields(
          (row.state.fields?.members ?? []).filter { $0.name != name }.map { ($0.name, $0.value) }))
      #expect(throws: Failure.self, "\(row.kind.category) without \(name)") {
        _ = try Self.readsBack(row.kind, rest)
      }
    }
  }

  @Test(arguments: rows)
  func `A state that is no object is not read`(_ row: Row) {
    for wrong: JSON in [[], "x", 1, .null, .bool(true)] {
      #expect(throws: Failure.self) { _ = try Self.readsBack(row.kind, wrong) }
    }
  }

  @Test(arguments: rows)
  func `A list of a state holds what it should, else it is not read`(_ row: Row) {
    for member in row.state.fields?.members ?? [] where member.value.list != nil {
      for wrong: JSON in [[1], [[:]], "x", [["position": 1]]] {
        var fields = row.state.fields ?? JSON.Fields()
        fields[member.name] = wrong
        #expect(throws: Failure.self, "\(row.kind.category): \(member.name)") {
          _ = try Self.readsBack(row.kind, .object(fields))
        }
      }
    }
  }

  @Test func `Each category is a word of its own, and each fold a number from 1`() {
    let categories = EntityCatalogue.kinds.map { $0.category }
    let folds = EntityCatalogue.kinds.map { $0.fold }
    #expect(Set(categories).count == categories.count)
    #expect(folds.allSatisfy { $0 >= 1 })
    for kind in EntityCatalogue.kinds {
      let (category, found) = (kind.category, EntityCatalogue.kind(of: kind.category))
      let foundCategory = found.map { $0.category }
      #expect(foundCategory == category)
    }
    #expect(EntityCatalogue.kind(of: "galaxy") == nil)
  }
}
