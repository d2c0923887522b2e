import Plugins
import Values

/// One test of the suite, as its README describes it.
struct ConformanceTest {
  /// What the test asks for.
  enum Expectation {
    case value(JSON)
    /// Any error passes.
    case error
    /// The checker's type, and perhaps a value.
    case kind(CEL.Kind, JSON?)
  }

  let id: String
  let text: String
  let scope: String
  let extensions: [String]
  let container: String
  let hasMacros: Bool
  let isChecked: Bool
  let isEvaluated: Bool
  let declarations: [JSON]
  let bindings: [(name: String, value: JSON)]
  let expectation: Expectation

  /// A test as the file has it; nil when a key that is always there is missing.
  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let text = json["expr"]?.text,
      let scope = json["scope"]?.text, let expect = json["expect"],
      let expectation = Self.expectation(expect)
    else { return nil }
    (self.id, self.text, self.scope, self.expectation) = (id, text, scope, expectation)
    extensions = (json["extensions"]?.list ?? []).compactMap(\.text)
    container = json["container"]?.text ?? ""
    hasMacros = json["disableMacros"]?.bool != true
    isChecked = json["disableCheck"]?.bool != true
    isEvaluated = json["checkOnly"]?.bool != true
    declarations = json["typeEnv"]?.list ?? []
    bindings = (json["bindings"]?.fields?.members ?? []).compactMap { member in
      member.value["value"].map { (member.name, $0) }
    }
  }

  private static func expectation(_ json: JSON) -> Expectation? {
    if let text = json["deducedType"]?.text {
      return CEL.Kind(text).map { .kind($0, json["value"]) }
    }
    if let value = json["value"] { return .value(value) }
    return json["errors"] == nil ? nil : .error
  }

  /// Why it is not run; nil for a test in scope.
  var exclusion: String? {
    if scope == "protobuf" { return "protobuf" }
    return extensions.first { ["network", "block", "proto"].contains($0) }
  }

  /// What its expression may refer to.
  var environment: CEL.Environment {
    var environment = CEL.Environment()
    environment.container = container
    environment.hasMacros = hasMacros
    for declaration in declarations {
      guard let name = declaration["name"]?.text else { continue }
      if let kind = declaration["type"]?.text.flatMap({ CEL.Kind($0) }) {
        environment.variables[name] = kind
      }
      let overloads = (declaration["overloads"]?.list ?? []).compactMap { Self.overload($0, name) }
      if !overloads.isEmpty { environment.functions[name, default: []] += overloads }
    }
    return environment
  }

  private static func overload(_ json: JSON, _ function: String) -> CEL.Overload? {
    guard let id = json["id"]?.text,
      let result = json["result"]?.text.flatMap({ CEL.Kind($0) })
    else { return nil }
    let parameters = (json["params"]?.list ?? []).compactMap { $0.text.flatMap { CEL.Kind($0) } }
    return CEL.Overload(
      id, function, isMember: json["member"]?.bool == true, parameters, result)
  }
}
