package org.countinghouse.approvals;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Access;
import org.countinghouse.access.User;
import org.countinghouse.access.Users;
import org.countinghouse.notification.Mail;
import org.countinghouse.notification.Mails;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people are mailed about requests. Links name the request, not a task: tasks come and go with
 * questions and changes, the request leads to the one that is open.
 */
@Component
class ApprovalMails {

  /** Answers where the product itself prepared everything. */
  private static final String FALLBACK_ROLE = "administrator";

  private final Mails mails;
  private final Users users;
  private final Access access;

  ApprovalMails(Mails mails, Users users, Access access) {
    this.mails = mails;
    this.users = users;
    this.access = access;
  }

  /** To everybody who may decide now, with the reason why it is he. */
  void late(ApprovalRequest request, List<Candidate> asked, boolean escalated, UUID occasion) {
    for (Candidate candidate : asked) {
      Map<String, Object> model = model(request);
      model.put("level", candidate.level());
      model.put("levels", request.levels().size());
      model.put("askedAt", request.requestedAt());
      model.put("absent", name(candidate.onBehalfOf()));
      send(
          request,
          List.of(candidate.username()),
          escalated ? "approvals/escalation" : "approvals/reminder",
          model,
          "approval-late:" + occasion);
    }
  }

  /** To those who prepared what is asked about. */
  void asked(ApprovalRequest request, Question question) {
    Collection<String> makers = request.makers();
    Map<String, Object> model = model(request);
    model.put("asker", name(question.askedBy()));
    model.put("question", question.question());
    send(
        request,
        makers.isEmpty()
            ? access.usersWithRole(FALLBACK_ROLE, request.organizationId())
            : makers.stream().sorted().toList(),
        "approvals/question",
        model,
        "approval-question:" + question.id());
  }

  /** To whoever asked. */
  void answered(ApprovalRequest request, Question question, String answer, String by) {
    Map<String, Object> model = model(request);
    model.put("question", question.question());
    model.put("answer", answer);
    model.put("answerer", name(by));
    send(
        request,
        List.of(question.askedBy()),
        "approvals/answer",
        model,
        "approval-answer:" + question.id());
  }

  private Map<String, Object> model(ApprovalRequest request) {
    Map<String, Object> model = new HashMap<>();
    model.put("reference", request.reference());
    model.put("title", request.title());
    model.put("amount", request.amount());
    model.put("link", mails.link("/tasks/" + request.id()));
    return model;
  }

  private void send(
      ApprovalRequest request,
      List<String> to,
      String template,
      Map<String, Object> model,
      String dedupKey) {
    mails.send(new Mail(request.organizationId(), to, template, model, dedupKey));
  }

  private @Nullable String name(@Nullable String username) {
    return username == null ? null : users.find(username).map(User::displayName).orElse(username);
  }
}
