/// What expressions see of the network: its records and the variables that hold them.
enum KernelRecords {
  /// Records by the same grammar as the events; a field with a question mark may be missing.
  static let table = """
    actor: id text, roles [text], state? text
    contact: id text, person text, member text, state text, kind text, since day, until? day
    event: type text, id text, position int, effective day, recorded instant
    meeting: id text, series text, number? int, title? text, place? text, stage text, from? day, until? day, begins_at? instant, noticed_at? instant, held bool, second_call bool, present [text], remote [text], agenda [text]
    member: id text, state text, class text, status text, votes bool, since day, until? day
    motion: id text, title text, kind text, body text, meeting? text
    network: id text, title text, founded day, languages [text]
    programme: id text, title text, from day, until day, adopted bool
    seat: body text, member text, state text, holder? text, basis text, since day, until? day
    vote: member text, choice text
    """

  static let variables = """
    actor: actor
    board: [seat]
    contacts: [contact]
    event: event
    meeting: meeting
    meetings: [meeting]
    members: [member]
    motion: motion
    network: network
    now: instant
    programmes: [programme]
    votes: [vote]
    """

  static let records: [String: CEL.RecordKind] = Dictionary(
    BuiltInEvents.lines(of: table).map { line in
      (line.name, CEL.RecordKind(line.name, line.fields.split(separator: ",").map { field($0) }))
    }
  ) { first, _ in first }

  static let kinds: [String: CEL.Kind] = Dictionary(
    BuiltInEvents.lines(of: variables).map { ($0.name, kind($0.fields.filter { $0 != " " })) }
  ) { first, _ in first }

  /// Names that a definition cannot have.
  static let names = kinds.keys.sorted() + ["params", "payload", "trigger"]

  private static func field(_ text: Substring) -> CEL.RecordKind.Field {
    let words = text.split(separator: " ").map { String($0) }
    let isOptional = words.first?.hasSuffix("?") == true
    let name = words.first.map { isOptional ? String($0.dropLast()) : $0 } ?? ""
    return CEL.RecordKind.Field(name, kind(words.last ?? ""), isOptional: isOptional)
  }

  private static func kind(_ word: String) -> CEL.Kind {
    if word.hasPrefix("[") { return .list(kind(String(word.dropFirst().dropLast()))) }
    return switch word {
    case "text": .string
    case "int": .int
    case "bool": .bool
    case "day", "instant": .timestamp
    default: .record(word)
    }
  }
}

extension ParameterRule.Kind {
  /// As an expression sees a value; periods and fractions are texts, which the functions take.
  var celKind: CEL.Kind {
    switch self {
    case .int: .int
    case .bool: .bool
    case .period, .fraction, .choice, .text: .string
    }
  }
}

extension PayloadForm {
  /// As an expression sees a value; days and moments are points in time.
  ///
  /// - Parameters:
  ///   - name: What a record in it is called.
  ///   - records: Takes the records in it.
  /// - Returns: The kind.
  func kind(named name: String, into records: inout [String: CEL.RecordKind]) -> CEL.Kind {
    switch self {
    case .text, .choice: .string
    case .int: .int
    case .bool: .bool
    case .day, .instant: .timestamp
    case .any: .dyn
    case .list(let inner, _): .list(inner.kind(named: name, into: &records))
    case .record(let schema): schema.kind(named: name, into: &records)
    }
  }
}

extension PayloadSchema {
  func kind(named name: String, into records: inout [String: CEL.RecordKind]) -> CEL.Kind {
    let fields = fields.map { field in
      CEL.RecordKind.Field(
        field.name, field.form.kind(named: "\(name).\(field.name)", into: &records),
        isOptional: !field.isRequired && field.fallback == nil)
    }
    records[name] = CEL.RecordKind(name, fields)
    return .record(name)
  }
}
