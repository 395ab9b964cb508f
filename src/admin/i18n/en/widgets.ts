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
