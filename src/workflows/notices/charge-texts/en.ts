import { type NoticeTexts, sentences } from "./types"

export const en: NoticeTexts = {
  locale: "en",
  reasons: {
    card_declined: "The bank declined it.",
    declined: "The bank declined it.",
    insufficient_funds: "There was not enough money on the account.",
    expired_card: "The card has expired.",
    payment_method_missing: "No payment method is saved.",
  },
  otherReason: "The payment did not go through.",
  missedVisit: (service) => `a missed visit (${service})`,
  write: {
    upcoming_charge: ({ plan, amount, due_on, has_method, method }) => ({
      subject: `${plan} renews soon`,
      text: sentences(
        `${amount} for ${plan} is due on ${due_on}; tax that the price does not include is added.`,
        has_method
          ? `We will charge ${method ?? "your saved payment method"}.`
          : "No payment method is saved."
      ),
    }),
    payment_failed: ({ plan, amount, reason, next_try, link }) => ({
      subject: `Your payment for ${plan} failed`,
      text: sentences(
        `We could not charge ${amount} for ${plan}. ${reason}`,
        next_try && `We will try again on ${next_try}.`,
        link && `You can change your payment method here: ${link}`
      ),
    }),
    confirm_payment: ({ plan, amount, link }) => ({
      subject: `Please confirm your payment for ${plan}`,
      text: sentences(
        `Your bank asks you to confirm the payment of ${amount} for ${plan}.`,
        link && `Please do so here: ${link}`
      ),
    }),
    paid_after_failure: ({ plan, amount }) => ({
      subject: `Your payment for ${plan} has arrived`,
      text: `Thank you: ${amount} for ${plan} is paid.`,
    }),
    suspended: ({ plan, link }) => ({
      subject: `${plan} is suspended`,
      text: sentences(
        `${plan} is suspended until what is owed has been paid.`,
        link && `You can change your payment method here: ${link}`
      ),
    }),
    canceled_for_non_payment: ({ plan }) => ({
      subject: `${plan} was canceled`,
      text: `${plan} was canceled because it was not paid. What is owed stays owed; please contact us.`,
    }),
  },
}
