import Testing
import Values

@Suite struct JSONTests {
  @Test func `Members keep the order in which they were given`() {
    let fields = JSON.Fields([("z", 1), ("a", 2), ("m", 3)])
    #expect(fields.names == ["z", "a", "m"])
    #expect(JSON.object(fields).compact == #"{"z":1,"a":2,"m":3}"#)
  }

  @Test func `A name given again replaces the value in place`() {
    let fields = JSON.Fields([("a", 1), ("b", 2), ("a", 3)])
    #expect(fields.members == [.init(name: "a", value: 3), .init(name: "b", value: 2)])
  }

  @Test func `A value assigned to a name replaces it, or comes last when it is new`() {
    var fields = JSON.Fields([("a", 1), ("b", 2)])
    fields["a"] = 9
    fields["c"] = 3
    #expect(JSON.object(fields).compact == #"{"a":9,"b":2,"c":3}"#)
  }

  @Test func `Assigning nil takes the member away, and null does not`() {
    var fields = JSON.Fields([("a", 1), ("b", 2), ("c", 3)])
    fields["b"] = nil
    fields["unknown"] = nil
    fields["c"] = .null
    #expect(JSON.object(fields).compact == #"{"a":1,"c":null}"#)
    fields["a"] = nil
    fields["c"] = nil
    #expect(fields.isEmpty)
    #expect(fields == JSON.Fields())
  }

  @Test func `A member that is absent is nil, and one that is null is null`() {
    let object: JSON = ["a": .null]
    #expect(object["a"] == .some(.null))
    #expect(object["a"]?.isNull == true)
    #expect(object["b"] == nil)
  }

  @Test(arguments: [JSON.null, true, 7, "a", ["a"]])
  func `What is no object has no members`(_ value: JSON) {
    #expect(value["a"] == nil)
    #expect(value.fields == nil)
  }

  @Test func `Each kind of value is only what it is`() {
    let values: [JSON] = [.null, true, 7, "x", [1], ["a": 1]]
    #expect(values.map(\.isNull) == [true, false, false, false, false, false])
    #expect(values.map(\.bool) == [nil, true, nil, nil, nil, nil])
    #expect(values.map(\.int) == [nil, nil, 7, nil, nil, nil])
    #expect(values.map(\.text) == [nil, nil, nil, "x", nil, nil])
    #expect(values.map(\.list) == [nil, nil, nil, nil, [1], nil])
    #expect(values.map(\.fields) == [nil, nil, nil, nil, nil, JSON.Fields([("a", 1)])])
  }

  @Test func `Literals write the values that they look like`() {
    let literal: JSON = ["text": "x", "int": -3, "bool": false, "list": [1, ["y"]], "empty": [:]]
    let built = JSON.object(
      JSON.Fields([
        ("text", .text("x")), ("int", .int(-3)), ("bool", .bool(false)),
        ("list", .list([.int(1), .list([.text("y")])])), ("empty", .object(JSON.Fields())),
      ]))
    #expect(literal == built)
  }

  @Test func `A compacted object has no member for nil, and keeps null`() {
    let object = JSON.object(compacting: [("a", 1), ("b", nil), ("c", .null), ("d", nil)])
    #expect(object.compact == #"{"a":1,"c":null}"#)
    #expect(JSON.object(compacting: []).compact == "{}")
  }

  @Test func `Texts become a list in their order`() {
    #expect(JSON.texts(["b", "a"]) == ["b", "a"])
    #expect(JSON.texts([]) == .list([]))
  }

  @Test func `Objects with their members in another order are not equal`() {
    #expect(JSON(dictionaryLiteral: ("a", 1), ("b", 2)) != ["b": 2, "a": 1])
  }
}
