/// Every key of the plugin format with what may stand there: the one table that the JSON Schema is made from.
enum FormatKeys {
  /// `path | form | what it means`; `*` is any name, `[]` an item of a list.
  static let table =
    head + governance + meetings + rooms + subgroups + referrals + elections + motions + reminders
    + written + events + cases

  private static let head = """
    format | const plugin/1 | The number of the file format.
    id | slug | The network's short name: small letters, digits, hyphens.
    version | version | The version of these rules: three numbers with points.
    extends | template | The template that this plugin begins from, with its major version.
    template | text | The name of a template, in the template itself.
    asks | any | What a template asks a founder, in order.
    remove | list rule-id | What the template has and this plugin takes away: ids of guards, and paths of keys such as bodies.board.
    languages | list language | The languages of the network's texts, the working language first.
    timezone | text | Whose calendar counts days: a name of the IANA time zone data.
    recording_since | day | Acts that took effect before this day are taken over, not decided again.
    title | local | The network's name by language.
    basis | object | Texts that rules cite, by key.
    basis.* | text | A text that rules cite.
    in_progress | choice keep adopt | Whether what has begun ends under the rules under which it began.
    two_persons | object | Grave acts that one person asks for and another one confirms.
    two_persons.acts | list choice person_erase rules_adopt key_add key_rotate key_end | The acts that need two persons.
    two_persons.within | period? | How long the second person has to confirm.
    two_persons.source | source | Where this comes from.
    two_persons.id | text | What decisions cite.
    founding | object | When and by which act the network came into being.
    founding.on | partial | The day, month or year of the founding.
    founding.instrument | text | The founding act in the network's own words.
    founding.source | source | Where this comes from.
    founding.id | text | What decisions cite.
    calendar | object | The days on which the network works.
    calendar.weekend | list choice monday tuesday wednesday thursday friday saturday sunday | Weekdays without work.
    calendar.holidays | object | Further days without work, by name.
    calendar.holidays.* | object | One holiday: every year, by Easter, or on its own days.
    calendar.holidays.*.every | year-day | Month and day of a holiday of each year, such as 12-25.
    calendar.holidays.*.easter | int | How many days after Easter Sunday, or before it for less than 0.
    calendar.holidays.*.on | day | The day, or the first of several.
    calendar.holidays.*.until | day | The last of several days, included.
    calendar.source | source | Where this comes from.
    calendar.id | text | What decisions cite.
    parameters | object | Values that the network changes by an act, within bounds.
    parameters.* | object | One value that an act may change.
    parameters.*.type | choice int period fraction choice bool text | What kind of value it has.
    parameters.*.title | local | What it is called, by language.
    parameters.*.default | value | What holds until an act sets another value.
    parameters.*.min | value | The least that it may be, included.
    parameters.*.max | value | The most that it may be, included.
    parameters.*.choices | list text | The words of a choice.
    parameters.*.source | source | Where this comes from.
    parameters.*.id | text | What decisions cite.
    maxima | object | How long lists may become, where that is less than the program allows.
    maxima.members | int | The most members.
    maxima.votes | int | The most votes on one matter.
    maxima.meetings | int | The most meetings.

    """

  private static let governance = """
    governance | object | The common rules, as data.
    governance.membership | object | Who may belong to the network, with which rights.
    governance.membership.institutions | object | Members that are no state, by code.
    governance.membership.institutions.* | local | The name of an institution by language.
    governance.membership.classes | object | Kinds of membership.
    governance.membership.classes.* | object | A kind of membership.
    governance.membership.classes.*.may | list choice attend speak propose vote stand receive host | The closed list of its rights.
    governance.membership.classes.*.source | source | Where this comes from.
    governance.membership.classes.*.id | text | What decisions cite.
    governance.seats | object | Seats that each member of some classes has.
    governance.seats.* | object | A kind of seat.
    governance.seats.*.classes | list text | Whose members have the seat.
    governance.seats.*.min | int? | Seats that should be filled; fewer is shown as a vacancy.
    governance.seats.*.max | int? | Seats that may be; no limit when it is missing.
    governance.seats.*.by | text | Who appoints: member, or a body.
    governance.seats.*.term | period? | How long an appointment lasts.
    governance.seats.*.remainder | bool | Whether who takes over serves the rest of the term.
    governance.seats.*.holdover | bool | Whether a holder stays until somebody is appointed.
    governance.seats.*.directory | bool | Whether holders stand in the directory.
    governance.seats.*.alternates | int? | How many may act for a holder who is away; none when it is missing.
    governance.seats.*.source | source | Where this comes from.
    governance.seats.*.id | text | What decisions cite.
    governance.bodies | object | Plenary, board and other bodies.
    governance.bodies.* | object | A body.
    governance.bodies.*.title | local | What the body is called, by language.
    governance.bodies.*.composition | choice plenary rotation coordinator elected | How the body is made up.
    governance.bodies.*.quorum | object | When the body may decide.
    governance.bodies.*.quorum.more_than | fraction? | More than this fraction must be present.
    governance.bodies.*.quorum.at_least | fraction? | At least this fraction must be present.
    governance.bodies.*.quorum.members | int? | So many members must be present, however many there are.
    governance.bodies.*.quorum.of | choice members | What the fraction is taken of.
    governance.bodies.*.quorum.source | source | Where this comes from.
    governance.bodies.*.quorum.id | text | What decisions cite.
    governance.bodies.*.chair | object | Who may chair the meetings of the body; any delegation when it is missing.
    governance.bodies.*.chair.classes | list text | Whose delegations may chair.
    governance.bodies.*.chair.source | source | Where this comes from.
    governance.bodies.*.chair.id | text | What decisions cite.
    governance.bodies.*.proxies | object | How members give their votes to others; without it nobody does.
    governance.bodies.*.proxies.per_holder | int? | The most proxies that one member holds at one time.
    governance.bodies.*.proxies.quorum | bool | Whether who is represented for presence too counts for the quorum.
    governance.bodies.*.proxies.longest | period? | How long a proxy that is not for one meeting lasts at most.
    governance.bodies.*.proxies.source | source | Where this comes from.
    governance.bodies.*.proxies.id | text | What decisions cite.
    governance.bodies.*.weights | object | What the vote of each member weighs where a matter asks for shares too.
    governance.bodies.*.weights.members | object | Weights by the codes of members.
    governance.bodies.*.weights.members.* | int | The weight of a member, a whole number.
    governance.bodies.*.weights.classes | object | Weights by classes, for members that have none of their own.
    governance.bodies.*.weights.classes.* | int | The weight of a member of the class, a whole number.
    governance.bodies.*.weights.source | source | Where this comes from.
    governance.bodies.*.weights.id | text | What decisions cite.
    governance.bodies.*.decides | object | How the body decides, by kind of matter; default serves for all others.
    governance.bodies.*.decides.* | object | How the body decides on one kind of matter.
    governance.bodies.*.decides.*.first | choice consensus | Consensus is tried first, else a vote is taken.
    governance.bodies.*.decides.*.only | choice consensus | A vote is refused.
    governance.bodies.*.decides.*.more_than | fraction? | More than this fraction must be in favour.
    governance.bodies.*.decides.*.at_least | fraction? | At least this fraction must be in favour.
    governance.bodies.*.decides.*.of | choice all_members present votes_cast | What the fraction is taken of.
    governance.bodies.*.decides.*.abstentions | choice counted ignored | What abstentions do.
    governance.bodies.*.decides.*.tie | choice rejected chair_decides second_round lot | What a tie does.
    governance.bodies.*.decides.*.second_vote | choice refused replaces void | What becomes of a second vote of one member in a roll.
    governance.bodies.*.decides.*.shares | object | A majority of weights that the matter needs beside that of members.
    governance.bodies.*.decides.*.shares.more_than | fraction? | More than this fraction of the weights must be in favour.
    governance.bodies.*.decides.*.shares.at_least | fraction? | At least this fraction of the weights must be in favour.
    governance.bodies.*.decides.*.shares.of | choice all_members present votes_cast | Whose weights the fraction is taken of.
    governance.bodies.*.decides.*.shares.source | source | Where this comes from.
    governance.bodies.*.decides.*.shares.id | text | What decisions cite.
    governance.bodies.*.decides.*.recused | choice stays leaves_base leaves_base_and_quorum | What a member that stands aside leaves, on that matter alone.
    governance.bodies.*.decides.*.source | source | Where this comes from.
    governance.bodies.*.decides.*.id | text | What decisions cite.
    governance.bodies.*.rotation | object | A body whose members follow from a calendar.
    governance.bodies.*.rotation.chair_period | period? | How long each of a group chairs.
    governance.bodies.*.rotation.groups[] | object | Members that sit together for some time.
    governance.bodies.*.rotation.groups[].members | list text | Codes of members.
    governance.bodies.*.rotation.groups[].from | day | Their first day.
    governance.bodies.*.rotation.groups[].until | day | Their last day, included.
    governance.bodies.*.rotation.source | source | Where this comes from.
    governance.bodies.*.rotation.id | text | What decisions cite.
    governance.bodies.*.coordinator | object | A body that is one member.
    governance.bodies.*.coordinator.named_by | text | The body that may name another.
    governance.bodies.*.coordinator.term | period? | How long it coordinates.
    governance.bodies.*.coordinator.source | source | Where this comes from.
    governance.bodies.*.coordinator.id | text | What decisions cite.
    governance.bodies.*.elected | object | A body whose seats are filled by election.
    governance.bodies.*.elected.min | int? | The fewest seats.
    governance.bodies.*.elected.max | int? | The most seats.
    governance.bodies.*.elected.by | text | The body that elects.
    governance.bodies.*.elected.term | period? | How long they sit.
    governance.bodies.*.elected.one_per_member | bool | Whether no member may have two seats.
    governance.bodies.*.elected.leaving | int | How many of those who sit may leave at one election.
    governance.bodies.*.elected.source | source | Where this comes from.
    governance.bodies.*.elected.id | text | What decisions cite.
    governance.series | object | Meetings of one kind, each series with its own counter.
    governance.series.* | object | A series of meetings.
    governance.series.*.title | local | What the meetings are called, by language.
    governance.series.*.body | text | Whose meetings they are.
    governance.series.*.at_least | int? | How many in each period; shown when overdue, never a reason to refuse.
    governance.series.*.per | period? | The period.
    governance.series.*.source | source | Where this comes from.
    governance.series.*.id | text | What decisions cite.
    governance.series.*.notice | object | How long before its first day a meeting is convened.
    governance.series.*.notice.period | period? | The usual notice.
    governance.series.*.notice.urgent | period? | The shorter one of an urgent meeting.
    governance.series.*.notice.documents | period? | When papers are sent.
    governance.series.*.notice.source | source | Where this comes from.
    governance.series.*.notice.id | text | What decisions cite.
    governance.series.*.agenda | object | Until when items are added to an agenda.
    governance.series.*.agenda.freeze | period? | How long before the first day the last item in time is added.
    governance.series.*.agenda.late | choice never reason decision consent | What a late item needs.
    governance.series.*.agenda.matter | text | The kind of matter by whose majority a late item is admitted.
    governance.series.*.agenda.source | source | Where this comes from.
    governance.series.*.agenda.id | text | What decisions cite.
    governance.series.*.minutes | object | How minutes become final.
    governance.series.*.minutes.comments | period? | How long they are open to comments.
    governance.series.*.minutes.approval | choice silence meeting | What approves them.
    governance.series.*.minutes.source | source | Where this comes from.
    governance.series.*.minutes.id | text | What decisions cite.
    governance.programme | object | How long a programme lasts and who adopts it.
    governance.programme.length | period? | How long a programme lasts.
    governance.programme.by | text | The body that adopts it.
    governance.programme.matter | text | The kind of matter by whose majority it is adopted.
    governance.programme.source | source | Where this comes from.
    governance.programme.id | text | What decisions cite.
    governance.subgroups | object | How subgroups are created.
    governance.subgroups.by | text | The body that creates them.
    governance.subgroups.matter | text | The kind of matter by whose majority they are created.
    governance.subgroups.longest | period? | The longest mandate.
    governance.subgroups.source | source | Where this comes from.
    governance.subgroups.id | text | What decisions cite.
    governance.admission | object | How states come in: by an application that a body decides.
    governance.admission.by | text | The body that decides.
    governance.admission.matter | text | The kind of matter by whose majority it decides.
    governance.admission.opinion | text | The body whose opinion comes before the decision; none is asked for when it is missing.
    governance.admission.source | source | Where this comes from.
    governance.admission.id | text | What decisions cite.
    governance.outputs | object | Documents that are owed after a meeting or in each period.
    governance.outputs.* | object | One document that is owed.
    governance.outputs.*.title | local | What it is called, by language.
    governance.outputs.*.per | object | After each meeting of a series, or in each period.
    governance.outputs.*.per.series | text | The series.
    governance.outputs.*.per.period | period? | The period.
    governance.outputs.*.within | period? | How long after the last day.
    governance.outputs.*.numbering | choice meeting year_ordinal | How it is numbered.
    governance.outputs.*.source | source | Where this comes from.
    governance.outputs.*.id | text | What decisions cite.
    governance.procedures | object | How bodies decide outside a meeting.
    governance.procedures.* | object | A written or a silence procedure.
    governance.procedures.*.title | local | What it is called, by language.
    governance.procedures.*.kind | choice written silence | Whether members answer, or silence adopts.
    governance.procedures.*.body | text | The body whose members decide.
    governance.procedures.*.not_for | list text | Kinds of matter that are not decided in this way.
    governance.procedures.*.source | source | Where this comes from.
    governance.procedures.*.id | text | What decisions cite.
    governance.procedures.*.period | object | How long it runs.
    governance.procedures.*.period.days | int? | So many days.
    governance.procedures.*.period.working_days | int? | So many working days.
    governance.procedures.*.period.urgent | int? | The shorter time of an urgent matter, in the same unit.
    governance.procedures.*.period.at | text | The local time at which the last day ends; without it, the time at which it started.
    governance.procedures.*.period.starts | choice opening last_notice | From when the time is counted.
    governance.procedures.*.period.source | source | Where this comes from.
    governance.procedures.*.period.id | text | What decisions cite.
    governance.procedures.*.consent | object | Who must agree to the method before the time is counted.
    governance.procedures.*.consent.unless | choice opposed | It is enough that nobody is against it.
    governance.procedures.*.consent.more_than | fraction? | More than this fraction of the addressees must agree.
    governance.procedures.*.consent.at_least | fraction? | At least this fraction of the addressees must agree.
    governance.procedures.*.consent.source | source | Where this comes from.
    governance.procedures.*.consent.id | text | What decisions cite.
    governance.procedures.*.answers | object | How many must answer for a written vote to count.
    governance.procedures.*.answers.more_than | fraction? | More than this fraction of the addressees must answer.
    governance.procedures.*.answers.at_least | fraction? | At least this fraction of the addressees must answer.
    governance.procedures.*.answers.source | source | Where this comes from.
    governance.procedures.*.answers.id | text | What decisions cite.
    governance.procedures.*.broken | object | What ends it without a result.
    governance.procedures.*.broken.by | list choice objection amendment meeting_request | What members say to end it.
    governance.procedures.*.broken.who | choice entitled any_member | Who may say so.
    governance.procedures.*.broken.count | int? | So many members must say so.
    governance.procedures.*.broken.more_than | fraction? | More than this fraction of the addressees must say so.
    governance.procedures.*.broken.at_least | fraction? | At least this fraction of the addressees must say so.
    governance.procedures.*.broken.then | choice next_meeting fails restart | What becomes of the matter.
    governance.procedures.*.broken.resumes | bool | Whether it goes on when too few objections are left before its time is over.
    governance.procedures.*.broken.source | source | Where this comes from.
    governance.procedures.*.broken.id | text | What decisions cite.

    """

  private static let written = """
    definitions | object | Named parts of expressions.
    definitions.* | cel | An expression that others use by its name.
    guards[] | object | What must hold when something is recorded.
    guards[].id | rule-id | What decisions cite.
    guards[].on | list event | Types of events.
    guards[].when | cel | Whether it applies: true or false.
    guards[].require | cel | What must hold: true or false.
    guards[].severity | choice deny warn trial | What becomes of an act for which it does not hold.
    guards[].title | local | What it asks for, in one sentence without values; told of an act that it lets pass.
    guards[].message | local | What is told, by language; a name in braces quotes a value.
    guards[].values | object | What the message quotes.
    guards[].values.* | cel | A value that the message quotes.
    guards[].waiver | object | Who may let an act pass all the same.
    guards[].waiver.by | list text | The roles that may do so.
    guards[].waiver.reason | choice required optional | Whether a reason is asked for.
    guards[].final | bool | Whether a plugin that extends this one can neither change nor remove it.
    guards[].source | source | Where this comes from.
    obligations[] | object | What is owed once something was recorded.
    obligations[].id | rule-id | What decisions cite.
    obligations[].on | event | The type of event that brings it about.
    obligations[].when | cel | Whether it comes about: true or false.
    obligations[].owed_by | text | The role that owes it.
    obligations[].due | cel | The moment by which it is due.
    obligations[].met_by | object | What meets it.
    obligations[].met_by.event | event | The type of event that meets it.
    obligations[].met_by.where | cel | Whether such an event meets this one: true or false.
    obligations[].message | local | What is told, by language.
    obligations[].values | object | What the message quotes.
    obligations[].values.* | cel | A value that the message quotes.
    obligations[].remind | list period | How long before it is due somebody is reminded.
    obligations[].late | object | What happens when it is overdue.
    obligations[].late.to | text | The role that is told.
    obligations[].source | source | Where this comes from.
    roles | object | What those in a role may record.
    roles.* | object | A role.
    roles.*.grants | list event | Types of events that it records.
    roles.*.scope | choice own_state any | Whether only what concerns its own member.
    roles.*.who | object | Who is in it, as the log tells it; without it, an office.
    roles.*.who.seats | list text | Kinds of seats, whose holders are in it.
    roles.*.who.bodies | list text | Bodies, whose members are in it, each by the holders of its seats.
    roles.*.who.chairs | list text | Bodies, of which the member that chairs is in it.
    roles.*.who.named | bool | Whether an act names persons for it.
    roles.*.who.classes | list text | The classes of members to which seats, bodies and chairs are narrowed.
    roles.*.source | source | Where this comes from.
    roles.*.id | text | What decisions cite.
    views | object | Lists that are made from events.
    views.* | object | A list with one row for each key.
    views.*.title | local | What the list is called, by language.
    views.*.key | cel | What names a row.
    views.*.from | object | The columns that each type of event fills.
    views.*.from.* | object | The columns that one type of event fills.
    views.*.from.*.* | cel | The value of a column.
    documents | object | Texts that are written when something was recorded.
    documents.* | object | A text that is written.
    documents.*.on | event | The type of event.
    documents.*.formats | list choice pdf html text json | In which formats.
    documents.*.body | local | The text by language.
    documents.*.values | object | What the text quotes.
    documents.*.values.* | cel | A value that the text quotes.

    """

  private static let events = """
    events | object | Types of events that only this network has.
    events.* | object | A type of event.
    events.*.version | int | The version of its payload, counted from 1.
    events.*.title | local | What it is called, by language.
    events.*.by | list text | The roles that record it.
    events.*.payload | payload | What the event carries.
    events.*.upcast | object | How the payload of each earlier version becomes the next.
    events.*.upcast.* | object | One step.
    events.*.upcast.*.rename | object | New names of fields by their old ones.
    events.*.upcast.*.rename.* | text | The new name.
    events.*.upcast.*.add | object | Fields that are added.
    events.*.upcast.*.add.* | any | The value of the added field.
    events.*.upcast.*.drop | list text | Fields that are dropped.

    """

  private static let cases = """
    fixtures | object | What worked cases start from.
    fixtures.* | any | Acts as in an import file, in order; or `after` another fixture, and `acts`.
    tests[] | object | A promise that the rules make.
    tests[].name | text | What the case shows; no other case has the name.
    tests[].given | object | What happened before.
    tests[].given.fixture | text | The name of a fixture.
    tests[].given.acts | any | Acts after it.
    tests[].on | text | The day on which the act is asked, or its moment.
    tests[].when | any | The act that is asked, as in an import file.
    tests[].then | any | What the answer must have, by name.

    """

  /// The schema of a payload, which contains itself.
  static let payload = """
    type | choice string integer boolean day instant array object | The type of the value.
    enum | list text | The words of a closed list.
    pattern | text | A regular expression that a text must match.
    minLength | int | The fewest characters of a text.
    maxLength | int | The most characters of a text.
    ref | choice member person seat body meeting deliberation programme subgroup | What a text names.
    minimum | int | The least number.
    maximum | int | The greatest number.
    items | payload | What the items of a list are.
    maxItems | int | The most items of a list.
    properties | object | The fields, by name.
    properties.* | payload | A field.
    required | list text | Fields that cannot be missing.
    additionalProperties | bool | False: there are no other fields.
    default | any | Taken when the field is missing.

    """
}
