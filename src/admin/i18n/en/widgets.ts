export const widgets = {
  customer: {
    title: "Memberships",
    sell: "Sell",
    empty: "None bought, paid for or held.",
    bought: "Bought",
    pays: "Pays",
    holds: "Holds a seat",
    more_one: "Show {{count}} more",
    more_other: "Show {{count}} more",
    fewer: "Show fewer",
    beyond_one: "and {{count}} older one",
    beyond_other: "and {{count}} older ones",
    method: {
      pays: "Pays renewals with {{name}}",
      expires: "Pays renewals with {{name}}, expires {{month}}",
      expired: "Pays renewals with {{name}}, expired {{month}}",
      expiringBadge: "Expires soon",
      expiredBadge: "Expired",
      nameless: "a saved payment method",
      none: "No saved payment method",
      noneMeans:
        "Renewals cannot be charged by themselves. The customer saves a method in the shop, or you record each payment.",
    },
  },
  product: {
    title_one: "Sold as a plan",
    title_other: "Sold as plans",
    openPrices: "Prices",
    sellable: "Can be sold",
    offSale: "Not sold any more",
    missing_one: "{{count}} thing missing before it can be sold",
    missing_other: "{{count}} things missing before it can be sold",
  },
  order: {
    title: "Memberships",
    recordPayment: "Record payment",
  },
}
