/// What the parts of an event can be at all: by the schema of its payload, and the bounds of parameters.
///
/// Only what is recorded by a schema of the rules is held to it.
struct Domains {
  private var known: [String: Domain] = [:]

  init(of type: String, in rules: Rules) {
    known["event.type"] = .words([type])
    if let own = rules.events.first(where: { $0.type == type }) {
      add(own.payload, under: "payload")
    }
    for parameter in rules.parameters { add(parameter) }
  }

  subscript(part: String) -> Domain? { known[part] }

  private mutating func add(_ schema: PayloadSchema, under path: String) {
    for field in schema.fields {
      let name = "\(path).\(field.name)"
      switch field.form {
      case .int(let range):
        known[name] = .numbers(Int64(range.lowerBound)...Int64(range.upperBound))
      case .choice(let words): known[name] = .words(Set(words))
      case .list(_, let most): known["size(\(name))"] = .numbers(0...Int64(most))
      case .record(let inner): add(inner, under: name)
      case .text(let form):
        known["size(\(name))"] = .numbers(Int64(form.least)...Int64(form.most))
      case .bool, .day, .instant, .any: break
      }
    }
  }

  private mutating func add(_ parameter: ParameterRule) {
    let name = "params.\(parameter.name)"
    if !parameter.choices.isEmpty { known[name] = .words(Set(parameter.choices)) }
    guard parameter.kind == .int else { return }
    var (least, most) = (Int64.min, Int64.max)
    if case .int(let bound)? = parameter.least { least = Int64(bound) }
    if case .int(let bound)? = parameter.most { most = Int64(bound) }
    if least <= most { known[name] = .numbers(least...most) }
  }
}
