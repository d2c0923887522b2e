import Testing

/// One call for each overload of the language: the overload that takes it, and what it gives.
struct OverloadExample: CustomTestStringConvertible, Sendable {
  let id: String
  let text: String
  let kind: String

  init(_ id: String, _ text: String, _ kind: String) {
    (self.id, self.text, self.kind) = (id, text, kind)
  }

  var testDescription: String { id }
}

extension OverloadExample {
  static let operators: [Self] = [
    Self("logical_not", "!true", "bool"),
    Self("negate_int64", "-(1)", "int"),
    Self("negate_double", "-(0.5)", "double"),
    Self("in_list", "1 in [1]", "bool"),
    Self("in_map", "'k' in {'k': 1}", "bool"),
    Self("not_equals", "1 != 1", "bool"),
    Self("modulo_int64", "1 % 1", "int"),
    Self("modulo_uint64", "2u % 2u", "uint"),
    Self("logical_and", "true && true", "bool"),
    Self("multiply_int64", "1 * 1", "int"),
    Self("multiply_uint64", "2u * 2u", "uint"),
    Self("multiply_double", "0.5 * 0.5", "double"),
    Self("add_int64", "1 + 1", "int"),
    Self("add_uint64", "2u + 2u", "uint"),
    Self("add_double", "0.5 + 0.5", "double"),
    Self("add_string", "'a' + 'a'", "string"),
    Self("add_bytes", "b'x' + b'x'", "bytes"),
    Self("add_list", "[1] + [1]", "list(int)"),
    Self("add_timestamp_duration", "now + span", "timestamp"),
    Self("add_duration_timestamp", "span + now", "timestamp"),
    Self("add_duration_duration", "span + span", "duration"),
    Self("subtract_int64", "1 - 1", "int"),
    Self("subtract_uint64", "2u - 2u", "uint"),
    Self("subtract_double", "0.5 - 0.5", "double"),
    Self("subtract_timestamp_timestamp", "now - now", "duration"),
    Self("subtract_timestamp_duration", "now - span", "timestamp"),
    Self("subtract_duration_duration", "span - span", "duration"),
    Self("divide_int64", "1 / 1", "int"),
    Self("divide_uint64", "2u / 2u", "uint"),
    Self("divide_double", "0.5 / 0.5", "double"),
    Self("less_equals_bool", "true <= true", "bool"),
    Self("less_equals_int64", "1 <= 1", "bool"),
    Self("less_equals_uint64", "2u <= 2u", "bool"),
    Self("less_equals_double", "0.5 <= 0.5", "bool"),
    Self("less_equals_string", "'a' <= 'a'", "bool"),
    Self("less_equals_bytes", "b'x' <= b'x'", "bool"),
    Self("less_equals_timestamp", "now <= now", "bool"),
    Self("less_equals_duration", "span <= span", "bool"),
    Self("less_bool", "true < true", "bool"),
    Self("less_int64", "1 < 1", "bool"),
    Self("less_uint64", "2u < 2u", "bool"),
    Self("less_double", "0.5 < 0.5", "bool"),
    Self("less_string", "'a' < 'a'", "bool"),
    Self("less_bytes", "b'x' < b'x'", "bool"),
    Self("less_timestamp", "now < now", "bool"),
    Self("less_duration", "span < span", "bool"),
    Self("equals", "1 == 1", "bool"),
    Self("greater_equals_bool", "true >= true", "bool"),
    Self("greater_equals_int64", "1 >= 1", "bool"),
    Self("greater_equals_uint64", "2u >= 2u", "bool"),
    Self("greater_equals_double", "0.5 >= 0.5", "bool"),
    Self("greater_equals_string", "'a' >= 'a'", "bool"),
    Self("greater_equals_bytes", "b'x' >= b'x'", "bool"),
    Self("greater_equals_timestamp", "now >= now", "bool"),
    Self("greater_equals_duration", "span >= span", "bool"),
    Self("greater_bool", "true > true", "bool"),
    Self("greater_int64", "1 > 1", "bool"),
    Self("greater_uint64", "2u > 2u", "bool"),
    Self("greater_double", "0.5 > 0.5", "bool"),
    Self("greater_string", "'a' > 'a'", "bool"),
    Self("greater_bytes", "b'x' > b'x'", "bool"),
    Self("greater_timestamp", "now > now", "bool"),
    Self("greater_duration", "span > span", "bool"),
    Self("conditional", "true ? 1 : 1", "int"),
    Self("list_optindex_optional_int", "[1][?1]", "optional_type(int)"),
    Self("map_optindex_optional_value", "{'k': 1}[?'k']", "optional_type(int)"),
    Self("optional_list_optindex_optional_int", "optional.of([1])[?1]", "optional_type(int)"),
    Self(
      "optional_map_optindex_optional_value", "optional.of({'k': 1})[?'k']", "optional_type(int)"),
    Self("index_list", "[1][1]", "int"),
    Self("index_map", "{'k': 1}['k']", "int"),
    Self("optional_list_index_int", "optional.of([1])[1]", "optional_type(int)"),
    Self("optional_map_index_value", "optional.of({'k': 1})['k']", "optional_type(int)"),
    Self("logical_or", "true || true", "bool"),
  ]
}
