package attentionscope.lesson.question;

/** What a learner answered; each kind of question has its own form. */
public interface Answer {}
