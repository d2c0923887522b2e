import Values

/// What a corrected value may look like, asked of the event type itself: it knows its keys and their forms.
enum EventForm {
  /// The values that a text may stand for, the form of the old value first.
  static func forms(of text: String, under key: String, like old: JSON?) -> [JSON] {
    let number = Int64(text).map { JSON.int($0) }
    let flag: JSON? = text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
    let list = JSON.texts(text.split(separator: "|").map(String.init))
    switch old {
    case .int: return [number].compactMap(\.self)
    case .bool: return [flag].compactMap(\.self)
    case .list: return [list]
    case .text: return [.text(text)]
    case .object: return []
    case .null, nil: return [.text(text), number, flag, list].compactMap(\.self)
    }
  }

  /// Whether the event type has the key: it reads the value and says it again, its members in whatever order.
  static func isKnown(_ key: String, _ value: JSON, in event: PastEvent, as kind: any Entity.Type)
    -> Bool
  {
    guard var fields = event.data.fields else { return false }
    fields[key] = value
    return again(.object(fields), of: event.type, as: kind)?[key]?.canonical == value.canonical
  }

  static func reads(_ data: JSON, of type: String, as kind: any Entity.Type) -> Bool {
    again(data, of: type, as: kind) != nil
  }

  /// The data as the event type writes them after it has read them; nil when it cannot.
  private static func again<E: Entity>(_ data: JSON, of type: String, as kind: E.Type) -> JSON? {
    do throws(Failure) {
      return try E.Event(type: type, data: data).data
    } catch {
      return nil  // The question is whether it can be read, and this is the answer.
    }
  }
}
