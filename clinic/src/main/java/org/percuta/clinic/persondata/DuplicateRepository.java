package org.percuta.clinic.persondata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs of records that are probably of one person, in the clinic whose transaction is open. */
@Repository
class DuplicateRepository {

  /**
   * A date, address or number that more records than this share says nothing about two of them, and
   * would make the number of pairs grow with its square.
   */
  static final int MOST_SHARING = 30;

  private static final String QUERY =
      """
      with sign as (
        select patient_id, 'born' as kind, birth_date::text as value
          from patient where clinic_id = current_clinic() and state <> 'MERGED'
        union all select patient_id, 'email', lower(email)
          from patient where clinic_id = current_clinic() and state <> 'MERGED' and email <> ''
        union all select patient_id, 'phone', digits(phone)
          from patient where clinic_id = current_clinic() and state <> 'MERGED'
            and length(digits(phone)) >= 5
        union all select patient_id, 'name', least(lower(given_name), lower(family_name)) || ' '
            || greatest(lower(given_name), lower(family_name))
          from patient where clinic_id = current_clinic() and state <> 'MERGED'),
      shared as (select *, count(*) over (partition by kind, value) as holders from sign),
      pair as (
        select a.patient_id as one, b.patient_id as other, bool_or(a.kind = 'born') as born,
               bool_or(a.kind = 'email') as email, bool_or(a.kind = 'phone') as phone
        from shared a join shared b on a.kind = b.kind and a.value = b.value
          and a.patient_id < b.patient_id
        where a.holders between 2 and ? and b.holders between 2 and ?
        group by 1, 2),
      scored as (
        select pair.*, p.given_name || ' ' || p.family_name as one_name,
          q.given_name || ' ' || q.family_name as other_name, p.birth_date as one_born,
          q.birth_date as other_born,
          greatest(
            similarity(lower(p.given_name || ' ' || p.family_name), lower(q.given_name || ' ' || q.family_name)),
            similarity(lower(p.family_name || ' ' || p.given_name), lower(q.given_name || ' ' || q.family_name)))
            as alike
        from pair
          join patient p on p.clinic_id = current_clinic() and p.patient_id = pair.one
          join patient q on q.clinic_id = current_clinic() and q.patient_id = pair.other
        where not exists (select 1 from patient_apart x where x.clinic_id = current_clinic()
          and x.one = pair.one and x.other = pair.other))
      select *, 0.5 * alike + 0.3 * born::int + 0.2 * email::int + 0.2 * phone::int as score
      from scored
      where alike >= 0.3 and 0.5 * alike + 0.3 * born::int + 0.2 * email::int + 0.2 * phone::int >= 0.5
      order by score desc, one, other limit ?\
      """;

  private final JdbcClient sql;

  DuplicateRepository(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Two records and what they share.
   *
   * @param alike how alike the names are, 0 to 1, by their groups of three letters
   * @param score 0.5 to 1.2, the higher the likelier
   */
  record Pair(
      UUID one,
      UUID other,
      String oneName,
      String otherName,
      LocalDate oneBorn,
      LocalDate otherBorn,
      double alike,
      boolean born,
      boolean email,
      boolean phone,
      double score) {}

  /** The likeliest first; one statement, whatever the number of patients. */
  List<Pair> list(int most) {
    return sql.sql(QUERY)
        .params(MOST_SHARING, MOST_SHARING, most)
        .query((row, number) ->
            new Pair(
                row.getObject("one", UUID.class),
                row.getObject("other", UUID.class),
                row.getString("one_name"),
                row.getString("other_name"),
                row.getObject("one_born", LocalDate.class),
                row.getObject("other_born", LocalDate.class),
                row.getDouble("alike"),
                row.getBoolean("born"),
                row.getBoolean("email"),
                row.getBoolean("phone"),
                row.getDouble("score")))
        .list();
  }

  /** Keeps that two records are of two people. */
  void setApart(UUID one, UUID other, String by, Instant at) {
    sql.sql(
            "insert into patient_apart (clinic_id, one, other, said_by, said_at) values"
                + " (current_clinic(), least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), ?, ?)"
                + " on conflict do nothing")
        .params(one, other, one, other, by, at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
