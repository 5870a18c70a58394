-- workshop.sqlite: the tables and views of an export (facilitation/exports/formats/data/workshop_sqlite.py)
create table workshop (
    title text not null, date text, place text, phase text not null, sealed integer not null,
    participants integer not null, budget integer not null, cap integer not null
);
create table supporters (id text primary key, kind text not null, name text not null);
create table groups (
    id text primary key, title text not null, "table" text, seats integer,
    members integer not null, supporter text references supporters (id),
    dissolved integer not null
);
create table boards (
    "group" text not null references groups (id), field text not null, text text not null,
    primary key ("group", field)
);
create table topics (
    id text primary key, title text not null, state text not null, hidden integer not null,
    reason text, dots integer not null, people integer not null, interest integer not null,
    too_broad integer not null, "group" text references groups (id)
);
create table contributions (
    id text primary key, text text not null, via text not null, language text,
    withdrawn integer not null
);
create table topic_contributions (
    topic text not null references topics (id),
    contribution text not null references contributions (id),
    primary key (topic, contribution)
);
create table topic_sources (
    topic text not null references topics (id), source text not null references topics (id),
    primary key (topic, source)
);
create table narrower_proposals (topic text not null references topics (id), text text not null);
create table group_topics (
    "group" text not null references groups (id), topic text not null references topics (id),
    primary key ("group", topic)
);
create table helping_tasks (task text primary key, people integer not null);
create table history (
    n integer primary key, at text not null, facilitator integer not null, kind text not null,
    title text, old_title text, reason text, count integer, undone integer not null,
    hidden integer not null
);
create view result as
    select title, dots, people, state from topics
    where state <> 'retired' and not hidden order by dots desc, people desc, title;
create view open_ends as
    select title, interest, dots, people from topics
    where state = 'open_end' order by interest desc, title;
create view contributions_by_topic as
    select topics.title as topic, contributions.text, contributions.via, contributions.language
    from topic_contributions
    join topics on topics.id = topic and topics.state <> 'retired' and not topics.hidden
    join contributions on contributions.id = contribution and not contributions.withdrawn
    order by topics.title, contributions.id;
create view group_boards as
    select groups.title as "group", field, text from boards
    join groups on groups.id = "group" and not dissolved order by groups.title, field;
create view meetings as
    select groups.title as "group", day.text as date, clock.text as time, place.text as place
    from groups
    join boards as day on day."group" = groups.id and day.field = 'meeting_date'
    left join boards as clock on clock."group" = groups.id and clock.field = 'meeting_time'
    left join boards as place on place."group" = groups.id and place.field = 'meeting_place'
    where not dissolved order by date, time, groups.title;
