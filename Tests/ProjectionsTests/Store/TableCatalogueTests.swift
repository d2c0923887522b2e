import Governance
import Testing

@testable import Projections

/// What is said of a renderer before it is made is what it is.
@Suite struct TableCatalogueTests {
  private static let planned = TableCatalogue.planned.compactMap { $0 as? PlannedRenderer }

  @Test func `Each renderer is of the kind, the fold and the views that are said of it`() {
    #expect(Self.planned.count > 15)
    #expect(Self.planned.filter { !$0.isAsPlanned }.map(\.category) == [])
  }

  @Test func `Every kind of entity has a renderer`() {
    let categories = Set(TableCatalogue.planned.map(\.category))
    #expect(Set(EntityCatalogue.kinds.map { $0.category }).subtracting(categories) == [])
  }

  @Test func `A renderer that is not what is said of it is found`() {
    let member = { @Sendable () -> any StreamRendering in StreamRenderer<Member>([MemberView.self])
    }
    let wrong = [
      PlannedRenderer(Seat.category, Member.fold, [MemberView.definition], make: member),
      PlannedRenderer(Member.category, Member.fold + 1, [MemberView.definition], make: member),
      PlannedRenderer(Member.category, Member.fold, [SeatView.definition], make: member),
      PlannedRenderer(Member.category, Member.fold, [], make: member),
    ]
    #expect(wrong.filter(\.isAsPlanned).isEmpty)
  }

  @Test func `Each table has a name of its own, and the layout does not change by itself`() {
    let names = TableCatalogue.standard.tables.map(\.definition.name)
    #expect(Set(names).count == names.count)
    #expect(TableCatalogue(TableCatalogue.planned).layout == TableCatalogue.standard.layout)
    let fewer = TableCatalogue(TableCatalogue.planned.dropLast())
    #expect(fewer.layout != TableCatalogue.standard.layout)
  }
}
