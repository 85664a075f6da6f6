package org.percuta.clinic.assessment;

import java.util.List;
import org.percuta.clinic.enquiries.SentAnswers;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.PatientRecord;
import org.springframework.stereotype.Component;

/** The answers of the public pages for who receives them as an enquiry. */
@Component
class AnswersAsSent implements SentAnswers {

  private final Protocols protocols;

  AnswersAsSent(Protocols protocols) {
    this.protocols = protocols;
  }

  @Override
  public PatientRecord record(String answers) {
    return read(answers).record();
  }

  @Override
  public List<Line> lines(String answers) {
    AnswerWords words = new AnswerWords(protocols.here().knowledge());
    return read(answers).replies().entrySet().stream()
        .map(reply -> {
          CheckView.Row row = words.row(reply.getKey(), reply.getValue());
          boolean no = reply.getValue() instanceof Reply.OfFact fact && fact.answer() == Answer.NO;
          return new Line(row.question(), row.answer(), row.details(), no);
        })
        .toList();
  }

  private Answers read(String answers) {
    return new AnswersText(protocols.here().knowledge()).read(answers);
  }
}
