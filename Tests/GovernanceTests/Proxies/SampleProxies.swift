import Governance
import Plugins
import TestKit
import Testing
import Values

/// A plenary of five states whose rules know proxies.
enum SampleProxies {
  static let clause = "bodies.plenary.proxies"

  static func rules(
    perHolder: Int = 2, quorum: Bool = false, longest: Period? = nil
  ) -> Rules {
    var rules = Rules.sample
    rules.bodies[0].proxies = ProxyRule(
      perHolder: perHolder, countsForQuorum: quorum, longest: longest,
      clause: Clause(id: clause, source: .assumption))
    return rules
  }

  static func given(
    _ rules: Rules = rules(), present: String? = "AT BE BG"
  ) throws -> Given {
    let given = try Given(rules: rules).admitted("AT BE BG CZ DE").admitted("NO", as: "observer")
    guard let present else { return given }
    return try given.open(present: present)
  }

  static func grant(
    _ giver: String, to holder: String, meeting: String? = nil, matter: String? = nil,
    from: String = "2026-11-01", until: String? = nil, presence: Bool = false
  ) throws -> ProxyGrant {
    ProxyGrant(
      giver: try #require(MemberID(giver)), holder: try #require(MemberID(holder)),
      body: "plenary", meeting: meeting.flatMap { MeetingID($0) }, matter: matter,
      from: try #require(Day(from)), until: until.flatMap { Day($0) }, presence: presence)
  }
}

extension Given {
  /// A proxy that was given before.
  func proxy(_ id: String, _ grant: ProxyGrant) throws -> Given {
    try happened(.given(grant), to: #require(ProxyID(id)), on: "2026-11-01")
  }

  /// A proxy that was taken back.
  func revoked(_ id: String, on day: String, at time: String? = nil) throws -> Given {
    let revocation = ProxyRevocation(
      on: try #require(Day(day)), time: time.flatMap { TimeOfDay($0) })
    return try happened(.revoked(revocation), to: #require(ProxyID(id)), on: day)
  }
}
