import Foundation
import Plugins
import Testing
import Values

/// The three networks as they are shipped.
@Suite struct ShippedPoliciesTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let networks = ["ejcn", "ciberred", "forum-cibercrime"]

  static func load(_ network: String) throws -> Loaded {
    do {
      return try PluginFile.load(
        path: root.appending(path: "policies/networks/\(network).yaml").path)
    } catch {
      Issue.record("\(error.findings.map { "\($0.failure)" }.joined(separator: "\n"))")
      throw error
    }
  }

  @Test(arguments: networks)
  func `A network loads without error or warning`(_ network: String) throws {
    let loaded = try Self.load(network)
    #expect(loaded.rules.id == network)
    #expect(loaded.warnings.isEmpty, "\(loaded.warnings)")
  }

  @Test(arguments: networks)
  func `Rules that went through the log are the same rules`(_ network: String) throws {
    let rules = try Self.load(network).rules
    let stored = try JSON(parsing: rules.resolved.canonical)
    #expect(try PluginFile.load(resolved: stored) == rules)
  }

  @Test(arguments: networks)
  func `A quorum and a majority that nobody published say that they are assumed`(
    _ network: String
  ) throws {
    let plenary = try #require(try Self.load(network).rules.body("plenary"))
    #expect(plenary.quorum?.clause.source == .assumption)
    #expect(plenary.quorum?.threshold == Threshold(.moreThan, try #require(Fraction(1, 2))))
    #expect(plenary.decisions.allSatisfy { $0.clause.source == .assumption })
  }

  @Test func `The EJCN's board has the seven trios`() throws {
    let board = try #require(try Self.load("ejcn").rules.body("board"))
    guard case .rotation(let rotation) = board.composition else {
      Issue.record("the board does not rotate")
      return
    }
    #expect(rotation.groups.count == 7)
    #expect(rotation.chairPeriod == Period(months: 6))
    #expect(
      rotation.group(on: try #require(Day("2026-01-31")))?.members == ["PL", "DK", "CY"])
  }

  @Test func `The EJCN amends its rules by two thirds of all members`() throws {
    let plenary = try #require(try Self.load("ejcn").rules.body("plenary"))
    let rules = try #require(plenary.decision(on: "rules"))
    #expect(rules.threshold?.needed(of: 25) == 17)
    #expect(rules.base == .allMembers)
    #expect(plenary.decision(on: "anything")?.threshold?.needed(of: 25) == 13)
    #expect(plenary.decision(on: "anything")?.method == .consensusFirst)
  }

  @Test func `The EJCN convenes a plenary two weeks ahead`() throws {
    let series = try #require(try Self.load("ejcn").rules.series("plenary"))
    #expect(series.notice?.period == .days(14))
    #expect(series.notice?.clause == Clause(id: "series.plenary.notice", source: .assumption))
    #expect(series.minimum?.atLeast == 2)
    #expect(series.minimum?.clause.source.key == "public")
  }

  @Test(arguments: ["ciberred", "forum-cibercrime"])
  func `The networks of prosecutors decide by consensus only`(_ network: String) throws {
    let rules = try Self.load(network).rules
    #expect(rules.body("plenary")?.decisions.allSatisfy { $0.method == .consensus } == true)
    guard case .coordinator(let coordinator) = rules.body("coordinator")?.composition else {
      Issue.record("nobody coordinates")
      return
    }
    #expect(coordinator.clause.source == .practice)
    #expect(rules.series("annual")?.minimum?.per == Period(years: 1))
    #expect(rules.series("annual")?.notice == nil)
  }

  @Test func `The Fórum has exactly one contact point each, the others one or more`() throws {
    #expect(try Self.load("forum-cibercrime").rules.seat("contact_point")?.maximum == 1)
    for network in ["ejcn", "ciberred"] {
      let seat = try #require(try Self.load(network).rules.seat("contact_point"))
      #expect(seat.minimum == 1)
      #expect(seat.maximum == nil)
    }
  }

  @Test func `Programmes last two years, three years, or are not ruled`() throws {
    #expect(try Self.load("ejcn").rules.programme?.length == Period(years: 2))
    #expect(try Self.load("ciberred").rules.programme?.length == Period(years: 3))
    #expect(try Self.load("forum-cibercrime").rules.programme == nil)
  }
}
