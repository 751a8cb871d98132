-- The keys of requests and refunds begin with the store, as those of orders, lines and events do: where stores are spread over
-- machines, no rule has to look at two of them.
alter table orders.order_refund drop constraint order_refund_after_sale_id_fkey;
alter table orders.after_sale drop constraint after_sale_pkey, add primary key (store_id, id);
-- Whoever decides names the request alone.
create index after_sale_by_id on orders.after_sale (id);
alter table orders.order_refund drop constraint order_refund_pkey, add primary key (store_id, refund_id),
  add foreign key (store_id, after_sale_id) references orders.after_sale (store_id, id);
