extension CEL {
  /// One step of a program: plain numbers, so that walking it counts no references.
  struct Node {
    enum Step: UInt8 {
      /// `first` is a constant.
      case constant
      /// `first` is a variable of the activation.
      case variable
      /// `first` is a slot of the variables of macros.
      case local
      /// `first` is a node and `second` a field.
      case select
      case optionalSelect
      case has
      case and
      case or
      case not
      case conditional
      /// `first` and `second` are nodes.
      case equal
      case notEqual
      case less
      case lessOrEqual
      case greater
      case greaterOrEqual
      case isIn
      case add
      case subtract
      case multiply
      case divide
      case remainder
      case negate
      case index
      case optionalIndex
      /// `first` is where its parts begin, `second` how many they are.
      case list
      case map
      case size
      /// `third` is a function of the library, `first` and `second` say where its arguments are.
      case call
      /// `third` is a name of the activation's functions.
      case host
      /// `first` is a node, `second` a compiled pattern.
      case matches
      /// `first` and `second` are nodes.
      case matchesText
      /// `first` is an optional, `second` what stands in for it.
      case optionalOr
      case optionalOrValue
      /// `first` is a loop.
      case all
      case exists
      case existsOne
      case filter
      case mapList
      case transformMap
      case transformMapEntry
      /// `first` is a slot, `second` its value, `third` the body.
      case bind
    }

    let step: Step
    var first: Int32 = 0
    var second: Int32 = 0
    var third: Int32 = 0
    let id: Int32
    let offset: Int32
  }

  /// A field that is asked for, with what makes it quick to find.
  struct FieldName: Sendable {
    let name: String
    let hash: UInt64
    /// Where a record has it.
    let slot: Int
  }

  /// A part of a list or map.
  struct Part {
    /// A node; for a map the key.
    let node: Int32
    /// The node of the value of an entry; unused in a list.
    var value: Int32 = 0
    let isOptional: Bool
  }

  /// What a macro over a list or a map repeats.
  struct Loop {
    let range: Int32
    /// Nodes; -1 for none.
    let condition: Int32
    let result: Int32
    /// The slots of its variables; the second is -1 where it has only one.
    let slot: Int32
    let secondSlot: Int32
  }
}
