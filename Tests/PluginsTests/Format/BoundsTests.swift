import Plugins
import Testing
import Values

/// Periods and groups of a length that nobody means are told to whoever wrote them.
@Suite struct BoundsTests {
  private static func codes(_ found: String, _ wrong: String) throws -> [Failure] {
    let range = try #require(SamplePlugin.text.firstRange(of: found))
    var text = SamplePlugin.text
    text.replaceSubrange(range, with: wrong)
    do throws(PluginRefused) {
      return try PluginFile.load(text: text, file: "s.yaml").warnings.map(\.failure)
    } catch {
      return error.findings.map(\.failure)
    }
  }

  @Test(arguments: [
    ("P100Y", true), ("P101Y", false), ("P99Y13M", false), ("P1200M", true), ("P1217M", false),
    ("P5214W", true), ("P5215W", false), ("P9999Y", false), ("P9999D", true), ("P4Y", true),
  ])
  func `A period lasts a hundred years at most`(_ row: (period: String, isRight: Bool)) throws {
    let failures = try Self.codes("term: P4Y", "term: \(row.period)")
    let found = failures.first { $0.code == .periodTooLong }
    #expect((found == nil) == row.isRight, "\(failures)")
    guard let found else { return }
    #expect(found.values["years"] == .int(100))
    #expect(found.values["period"] == Period(row.period).map { .period($0) })
  }

  @Test(arguments: [
    ("2117-07-01", true), ("2117-07-02", false), ("2018-12-31", true), ("9999-12-31", false),
  ])
  func `A group of a rotation sits a hundred years at most`(_ row: (until: String, isRight: Bool))
    throws
  {
    let failures = try Self.codes("until: 2018-12-31", "until: \(row.until)")
    let found = failures.first { $0.code == .groupTooLong }
    #expect((found == nil) == row.isRight, "\(failures)")
    #expect(found == nil || found?.values["until"] == Day(row.until).map { .day($0) })
  }
}
