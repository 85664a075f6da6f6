package org.percuta.clinic.assessment;

import java.util.List;
import org.percuta.clinic.enquiries.SentAnswers;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PatientRecord;
import org.springframework.stereotype.Component;

/** The answers of the public pages for who receives them as an enquiry. */
@Component
class AnswersAsSent implements SentAnswers {

  private final AnswersText text;
  private final AnswerWords words;

  AnswersAsSent(Knowledge knowledge, AnswerWords words) {
    this.text = new AnswersText(knowledge);
    this.words = words;
  }

  @Override
  public PatientRecord record(String answers) {
    return text.read(answers).record();
  }

  @Override
  public List<Line> lines(String answers) {
    return text.read(answers).replies().entrySet().stream()
        .map(reply -> {
          CheckView.Row row = words.row(reply.getKey(), reply.getValue());
          boolean no = reply.getValue() instanceof Reply.OfFact fact && fact.answer() == Answer.NO;
          return new Line(row.question(), row.answer(), row.details(), no);
        })
        .toList();
  }
}
