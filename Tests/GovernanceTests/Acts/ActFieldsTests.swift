import Governance
import Testing
import Values

/// The fields of each act: options of the command line and keys of import files, so that a name once given stays.
///
/// A star marks what is required; what stands in its place comes first.
@Suite struct ActFieldsTests {
  static let fields: [(act: String, fields: String)] = [
    ("network found", "rules*"), ("rules adopt", "rules* adopted-by*"),
    ("parameter set", "parameter* value* adopted-by"),
    ("guard waive", "guard* adopted-by reason subject until repeats"),
    ("role assign", "role* person* member until by"), ("role end", "role* person* reason"),
    ("member admit", "member* class*"), ("member edit", "member* class*"),
    ("member end", "member* reason"),
    ("application file", "member* class* text digest"),
    ("application opinion", "application* body* opinion* by text"),
    ("application decide", "application* by*"), ("application withdraw", "application* reason"),
    ("person add", "name* email phone languages specialities"),
    ("person edit", "person* name email phone languages specialities"),
    ("person erase", "person* basis* reason"), ("person export", "person* reason"),
    ("seat appoint", "member* kind* person* until act"), ("seat replace", "seat* person* act"),
    ("seat confirm", "seat*"), ("seat end", "seat* reason*"),
    ("census open", "until* kind"), ("census close", "census*"),
    ("seat excuse", "seat* person until"), ("seat attend", "seat* person"),
    ("alternate appoint", "seat* person* rank until act"),
    ("alternate end", "seat* person* reason*"),
    ("board compose", "body* members* until act"), ("board rotate", "body*"),
    ("board swap", "body* members* act"),
    ("board elect", "body* members by election until"),
    ("board coordinate", "body* member* holder until by"),
    ("meeting plan", "series* from until place format number title funder held starts zone link"),
    ("meeting convene", "meeting* agenda urgent reason second-call-of"),
    ("meeting move", "meeting* from until place format title reason* urgent starts zone link"),
    ("meeting cancel", "meeting* reason*"),
    ("meeting open", "meeting* present chair time attended remote"),
    ("attendance arrive", "meeting* member* time represented-by person remote"),
    ("attendance leave", "meeting* member* time"),
    ("attendance move", "meeting* member* to* time"),
    ("attendance excuse", "meeting* member* reason"),
    ("guest arrive", "meeting* state organisation person count time remote"),
    ("guest leave", "meeting* number* time"), ("meeting close", "meeting* time"),
    ("agenda add", "item* meeting* title* parent owner minutes paper session reason by"),
    ("agenda move", "item* meeting* parent before"),
    ("agenda mark", "item* meeting* session* reason*"),
    ("agenda withdraw", "item* meeting* reason*"), ("agenda freeze", "meeting*"),
    ("referral add", "referral* title* from* to* asks text paper session by"),
    ("referral forward", "referral* to text paper meeting by"),
    ("referral return", "referral* reason* meeting by"),
    ("referral answer", "referral* text meeting by"), ("referral withdraw", "referral* reason*"),
    ("floor request", "meeting* member* item point-of-order time"),
    ("floor give", "meeting* number time"), ("floor end", "meeting* time minutes"),
    ("floor withdraw", "meeting* number* time"),
    ("floor limit", "meeting* item minutes times"), ("floor close", "meeting* item time"),
    ("proxy give", "giver* holder* body* meeting matter from until presence"),
    ("proxy revoke", "proxy* time reason"),
    ("invitation register", "meeting* member* person"),
    ("invitation cancel", "meeting* number* reason"),
    (
      "deliberation record",
      "meeting* title* matter text consensus for against abstain names chair-vote digest dissent "
        + "item not-voting recused time seed second-round-of aside basis papers witness repeats "
        + "decides voters motion amendment"
    ),
    (
      "deliberation choose",
      "meeting* title* matter text options rankings choices abstain chair-choice seed recused time "
        + "item second-round-of basis papers witness repeats decides"
    ),
    ("deliberation defer", "meeting* title* matter reason* item"),
    ("deliberation annul", "deliberation* reason* by"),
    ("deliberation amend", "deliberation* by* text digest"),
    ("deliberation repeal", "deliberation* by*"),
    ("motion put", "title* body* text* matter member reason"),
    ("motion support", "motion* member*"), ("motion move", "motion* to* reason"),
    ("motion amend", "motion* paragraph* last text insert strike member reason"),
    ("motion withdraw", "motion* amendment reason"),
    ("election open", "body* seats* stays until"),
    ("election nominate", "election* member* proposer"), ("election accept", "election* member*"),
    ("election withdraw", "election* member* reason"),
    ("election vote", "election* meeting* votes ballots abstain invalid names time seed chosen"),
    ("election annul", "election* reason* by"),
    ("election close", "election*"),
    ("minutes draft", "meeting*"), ("minutes write", "meeting* after paragraph text*"),
    ("minutes restore", "meeting* version*"),
    ("minutes circulate", "meeting* wording"),
    ("minutes comment", "meeting* text* member place objects"),
    ("minutes approve", "meeting* by"), ("minutes correct", "meeting* place* text* reason*"),
    ("procedure open", "rule* title* matter text papers urgent reason follows time"),
    ("procedure notify", "procedure* members way proof time"),
    ("procedure consent", "procedure* agreed against meeting time"),
    ("procedure answer", "procedure* names* time voters"),
    ("procedure object", "procedure* member* means text time"),
    ("procedure retract", "procedure* member* reason time"),
    ("procedure extend", "procedure* until* until-time reason* time"),
    ("procedure withdraw", "procedure* reason* time"), ("procedure close", "procedure* time"),
    ("procedure publish", "procedure* meeting identifier time"),
    ("event register", "type* set"),
    ("event correct", "event* set counts-from strike anew reason*"),
    ("report publish", "output* meeting period-ending identifier"),
    ("programme draft", "title* from* until topics"), ("programme adopt", "programme* by*"),
    ("programme withdraw", "programme* reason*"),
    ("programme amend", "programme* by* add without title owner due move objectives"),
    ("programme add", "programme* title* owner due objective"),
    ("programme report", "action* text*"), ("programme close", "action* outcome*"),
    ("objective add", "programme* title*"), ("deliverable add", "action* title* due"),
    ("deliverable publish", "deliverable* identifier"),
    ("action assign", "title* owner* due* meeting item by"), ("action report", "action* text*"),
    ("action extend", "action* until* reason*"), ("action close", "action* outcome* result*"),
    ("subgroup add", "subgroup* title* mandate* until by* members rules"),
    ("subgroup amend", "subgroup* by* until mandate rules inherit"),
    ("subgroup join", "subgroup* member*"), ("subgroup leave", "subgroup* member* reason"),
    ("subgroup coordinate", "subgroup* member*"), ("subgroup report", "subgroup* text*"),
    ("subgroup end", "subgroup* reason"), ("key add", "public-key*"),
    ("key rotate", "id* public-key*"), ("key end", "id* reason"),
    ("approval confirm", "approval*"), ("approval withdraw", "approval* reason"),
    ("backup make", "copy*"), ("outbox write", "letter*"),
  ]

  @Test func `The acts are these, in the order of the help`() {
    #expect(ActCatalogue.commands.map { $0.kind.name } == Self.fields.map(\.act))
  }

  @Test(arguments: fields)
  func `An act asks for these fields`(_ row: (act: String, fields: String)) throws {
    let kind = try #require(ActCatalogue.command(named: row.act)).kind
    let found = kind.fields.map { $0.name + ($0.isRequired ? "*" : "") }
    #expect(found.joined(separator: " ") == row.fields)
  }

  @Test(arguments: fields)
  func `Fields that stand in their place come first and are required`(
    _ row: (act: String, fields: String)
  ) throws {
    let kind = try #require(ActCatalogue.command(named: row.act)).kind
    let places = kind.fields.filter(\.isPositional)
    #expect(places.count <= (row.act == "parameter set" ? 2 : 1))
    #expect(!places.contains { !$0.isRequired })
    #expect(Array(kind.fields.prefix(places.count)) == places)
  }

  @Test func `Only what is said of a person is personal`() {
    let personal = ActCatalogue.commands.flatMap { command in
      command.kind.fields.filter(\.isPersonal).map { "\(command.kind.name) \($0.name)" }
    }
    #expect(
      personal == [
        "person add name", "person add email", "person add phone", "person edit name",
        "person edit email", "person edit phone",
      ])
  }

  @Test
  func `Only what is admitted, applied for, put on an agenda, sent up or created is new`() {
    let new = ActCatalogue.commands.flatMap { command in
      command.kind.fields.filter(\.isNew).map { "\(command.kind.name) \($0.name)" }
    }
    #expect(
      new == [
        "member admit member", "application file member", "agenda add item",
        "referral add referral",
        "subgroup add subgroup",
      ])
  }

  @Test func `Alternatives are optional fields of their act, none twice in one of them`() {
    var acts: [String] = []
    for kind in ActCatalogue.commands.map({ $0.kind }) where !kind.alternatives.isEmpty {
      acts.append(kind.name)
      let names = kind.alternatives.flatMap(\.self)
      #expect(kind.alternatives.count > 1)
      for alternative in kind.alternatives {
        #expect(Set(alternative).count == alternative.count, "\(kind.name)")
      }
      for name in names {
        #expect(kind.fields.first { $0.name == name }?.isRequired == false, "\(kind.name) \(name)")
      }
    }
    #expect(
      acts == [
        "board elect", "guest arrive", "deliberation record", "deliberation choose", "motion amend",
        "election vote", "event correct",
      ])
  }

  @Test func `An act that there is not is not found`() {
    for name in ["", "member", "member admit ", "Member admit", "admit member"] {
      #expect(ActCatalogue.command(named: name) == nil, "\(name)")
    }
  }
}
