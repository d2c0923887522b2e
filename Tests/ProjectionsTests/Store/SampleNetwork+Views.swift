import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

extension SampleNetwork {
  /// The rows of a noun on a day, as a reader of the command line gets them.
  func rows(_ noun: String, on day: String) throws -> [Row] {
    let view = try #require(ViewCatalogue.view(noun))
    let rows = try view.rows(try Views.open(for: log), try #require(Day(day)))
    for row in rows {
      #expect(row.columns == view.columns && row.values.count == row.columns.count)
    }
    return rows
  }

  func admit(_ member: String, as memberClass: String = "member", on day: String = "2026-01-10")
    throws
  {
    try record("member admit", ["member": [member], "class": [memberClass]], on: day)
  }

  func addPerson(_ name: String, languages: [String] = ["pt"], on day: String = "2026-01-10")
    throws
  {
    try record("person add", ["name": [name], "languages": languages], on: day)
  }

  func appoint(_ person: String, for member: String, on day: String) throws {
    try record(
      "seat appoint", ["member": [member], "kind": ["contact_point"], "person": [person]], on: day)
  }
}
