import Projections
import Testing

@testable import admin

@Suite struct TableColumnsTests {
  @Test func `Every column chosen for a table is a column of its view`() {
    for view in ViewCatalogue.all {
      let chosen = TableColumns.essential[view.noun] ?? []
      let columns = view.columns.map(\.name)
      #expect(chosen.filter { !columns.contains($0) } == [], "\(view.noun)")
      #expect(Set(chosen).count == chosen.count, "\(view.noun)")
    }
    let nouns = ViewCatalogue.all.map(\.noun)
    #expect(TableColumns.essential.keys.filter { !nouns.contains($0) } == [])
  }

  @Test func `A table begins with the id that its rows are shown by`() {
    for view in ViewCatalogue.all {
      guard let id = view.id else { continue }
      #expect(TableColumns.names(of: view).contains(id), "\(view.noun)")
    }
  }

  @Test func `A timeline tells what happened`() throws {
    let view = try #require(ViewCatalogue.view("timeline"))
    #expect(TableColumns.names(of: view).contains("type"))
  }
}
