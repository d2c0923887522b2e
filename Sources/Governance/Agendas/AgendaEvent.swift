package import Values

/// What happens to an agenda.
package enum AgendaEvent: EntityEvent {
  case added(ItemAddition)
  case moved(ItemMove)
  case marked(ItemMarking)
  case withdrawn(ItemWithdrawal)
  case taken(ItemTaking)
  case frozen(Freezing)

  package static let schemas = [
    "item.added": 1, "item.moved": 1, "item.marked": 1, "item.withdrawn": 1, "item.treated": 1,
    "agenda.frozen": 1,
  ]

  package var type: String {
    switch self {
    case .added: "item.added"
    case .moved: "item.moved"
    case .marked: "item.marked"
    case .withdrawn: "item.withdrawn"
    case .taken: "item.treated"
    case .frozen: "agenda.frozen"
    }
  }

  package var data: JSON {
    switch self {
    case .added(let facts): facts.data
    case .moved(let facts): facts.data
    case .marked(let facts): facts.data
    case .withdrawn(let facts): facts.data
    case .taken(let facts): facts.data
    case .frozen(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "item.added": self = .added(try ItemAddition(reader))
    case "item.moved": self = .moved(try ItemMove(reader))
    case "item.marked": self = .marked(try ItemMarking(reader))
    case "item.withdrawn": self = .withdrawn(try ItemWithdrawal(reader))
    case "item.treated": self = .taken(try ItemTaking(reader))
    case "agenda.frozen": self = .frozen(try Freezing(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
