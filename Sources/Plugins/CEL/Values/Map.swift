extension CEL {
  /// A map; its entries keep the order in which they were written.
  ///
  /// Keys are booleans, whole numbers and texts; `1` and `1u` are the same key, which `1.0` finds too.
  package final class Map: Sendable {
    package let keys: [Value]
    package let values: [Value]
    private let hashes: [UInt64]
    /// Places of the entries by their hashes, in a table of open addresses; empty for a small map.
    private let table: [Int32]

    /// Up to so many entries are looked through one by one.
    private static let small = 8

    package var count: Int { keys.count }

    fileprivate init(keys: [Value], values: [Value], hashes: [UInt64], table: [Int32]) {
      (self.keys, self.values, self.hashes, self.table) = (keys, values, hashes, table)
    }

    /// A map of entries; nil when a key is of another type or stands twice.
    package convenience init?(_ entries: [(key: Value, value: Value)]) {
      var builder = Builder()
      for entry in entries {
        guard builder.insert(entry.key, entry.value) == .inserted else { return nil }
      }
      self.init(builder)
    }

    /// A map of texts; of a key that stands twice the first counts.
    package convenience init(_ fields: KeyValuePairs<String, Value>) {
      var builder = Builder()
      for (name, value) in fields { _ = builder.insert(.string(name), value) }
      self.init(builder)
    }

    convenience init(_ builder: Builder) {
      self.init(
        keys: builder.keys, values: builder.values, hashes: builder.hashes, table: builder.table)
    }

    /// The value of a key.
    package subscript(_ key: Value) -> Value? {
      guard let hash = key.keyHash else { return nil }
      return Self.place(of: key, hash: hash, keys, hashes, table).map { values[$0] }
    }

    /// The value of a text whose hash is known.
    func value(of text: String, hash: UInt64) -> Value? {
      guard table.isEmpty else { return self[.string(text)] }
      for index in hashes.indices where hashes[index] == hash {
        if case .string(let key) = keys[index], key.isSame(as: text) { return values[index] }
      }
      return nil
    }

    func equals(_ other: Map) -> Bool {
      guard count == other.count else { return false }
      for index in keys.indices {
        guard let found = other[keys[index]], found.equals(values[index]) else { return false }
      }
      return true
    }

    fileprivate static func place(
      of key: Value, hash: UInt64, _ keys: [Value], _ hashes: [UInt64], _ table: [Int32]
    ) -> Int? {
      guard !table.isEmpty else {
        return hashes.indices.first { hashes[$0] == hash && keys[$0].isSameKey(as: key) }
      }
      let mask = table.count - 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while table[slot] >= 0 {
        let index = Int(table[slot])
        if hashes[index] == hash, keys[index].isSameKey(as: key) { return index }
        slot = (slot + 1) & mask
      }
      return nil
    }

    /// A map that grows.
    struct Builder {
      enum Outcome {
        case inserted
        case repeated
        /// A double, a list or another value that is no key.
        case noKey
      }

      fileprivate(set) var keys: [Value] = []
      fileprivate(set) var values: [Value] = []
      fileprivate var hashes: [UInt64] = []
      fileprivate var table: [Int32] = []

      mutating func insert(_ key: Value, _ value: Value) -> Outcome {
        guard key.isKey, let hash = key.keyHash else { return .noKey }
        guard Map.place(of: key, hash: hash, keys, hashes, table) == nil else { return .repeated }
        keys.append(key)
        values.append(value)
        hashes.append(hash)
        if keys.count > Map.small { enter(keys.count - 1) }
        return .inserted
      }

      /// Notes the place of the last entry, in a table that is at most half full.
      private mutating func enter(_ last: Int) {
        guard keys.count * 2 > table.count else { return note(last) }
        table = Array(repeating: -1, count: max(32, table.count * 2))
        for index in keys.indices { note(index) }
      }

      private mutating func note(_ index: Int) {
        var slot = Int(truncatingIfNeeded: hashes[index]) & (table.count - 1)
        while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
        table[slot] = Int32(truncatingIfNeeded: index)
      }
    }
  }
}

extension CEL.Value {
  fileprivate var isKey: Bool {
    switch self {
    case .bool, .int, .uint, .string: true
    default: false
    }
  }

  /// The same for keys that are the same; nil for what finds no key.
  fileprivate var keyHash: UInt64? {
    switch self {
    case .string(let text): text.stableHash
    case .bool(let value): value ? 0x9e37_79b9 : 0x7f4a_7c15
    default: wholeNumber.map { $0.magnitude &* 0x9e37_79b9_7f4a_7c15 }
    }
  }

  fileprivate func isSameKey(as other: CEL.Value) -> Bool {
    switch (self, other) {
    case (.string(let left), .string(let right)): return left.isSame(as: right)
    case (.bool(let left), .bool(let right)): return left == right
    default:
      guard let left = wholeNumber, let right = other.wholeNumber else { return false }
      return left == right
    }
  }

  /// The number of an int, of a uint, and of a double that has no fraction.
  private var wholeNumber: (isNegative: Bool, magnitude: UInt64)? {
    switch self {
    case .int(let value): return (value < 0, value.magnitude)
    case .uint(let value): return (false, value)
    case .double(let value):
      if let whole = Int64(exactly: value) { return (whole < 0, whole.magnitude) }
      return UInt64(exactly: value).map { (false, $0) }
    default: return nil
    }
  }
}
