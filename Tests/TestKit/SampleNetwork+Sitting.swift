import EventStore
package import Governance
import Plugins
package import Values

/// A network that sits in plenary, for tests of rules that change meanwhile.
extension SampleNetwork {
  /// Three members, and the plenary of 20 March 2026, convened on 2 February and open with all of them.
  package static func sitting() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for member in ["ES", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", until: "2026-03-27", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-03-20")
    return network
  }

  /// Plans the next plenary and convenes it on a day.
  @discardableResult
  package func convene(
    _ meeting: String, for day: String, until last: String? = nil, on convocation: String
  ) throws -> Answer {
    var plan = ["series": ["plenary"], "from": [day]]
    plan["until"] = last.map { [$0] }
    try record("meeting plan", plan, on: convocation)
    return try record("meeting convene", ["meeting": [meeting]], on: convocation)
  }

  @discardableResult
  package func open(
    _ meeting: String, on day: String, present: [String] = ["ES", "MT", "PT"]
  ) throws -> Answer {
    try record("meeting open", ["meeting": [meeting], "present": present], on: day)
  }

  /// Lets an open plenary vote on a matter.
  @discardableResult
  package func vote(
    _ inFavour: Int, against: Int, in meeting: String = "plenary-1", on day: String,
    matter: String = "default", digest: String? = nil
  ) throws -> Answer {
    var fields = [
      "meeting": [meeting], "title": ["A matter"], "matter": [matter], "for": ["\(inFavour)"],
      "against": ["\(against)"],
    ]
    fields["digest"] = digest.map { [$0] }
    return try record("deliberation record", fields, on: day)
  }

  /// Lets an open plenary adopt rules on a day, and puts them into force on another one.
  @discardableResult
  package func adopt(
    _ rules: JSON, in meeting: String = "plenary-1", decidedOn day: String = "2026-03-20",
    from first: String
  ) throws -> Answer {
    let digest = Digest.sha256(try RulesDocument.rules(resolved: rules).resolved.canonical).hex
    let decided = try vote(3, against: 0, in: meeting, on: day, matter: "rules", digest: digest)
    let deliberation = decided.events.first?.stream.split(separator: "-", maxSplits: 1).last
    return try record(
      "rules adopt",
      ["rules": [rules.canonicalText], "adopted-by": [deliberation.map { String($0) } ?? ""]],
      on: first)
  }

  /// The version of the rules that decided an answer.
  package func version(of answer: Answer) throws -> String? {
    let digest = try log.command(answer.command)?.rules?.hex
    let adopted = try log.events(ofType: "rules.adopted", after: 0, limit: 100)
    return adopted.first { $0.data["digest"]?.text == digest }?.data["version"]?.text
  }
}
